/** How finely places are told, and how so many steps of it are written. */
interface Grid {
  readonly perUnit: number;
  readonly written: (count: number) => string;
}

const TENTHS: Grid = {
  perUnit: 10,
  written: (count) => String(count / 10).replace(/^(-?)0\./, "$1."),
};

/** Places in quarters of a unit, as whole numbers: to be drawn with `transform="scale(.25)"`. */
export const QUARTERS: Grid = { perUnit: 4, written: String };

/**
 * A path of straight lines written shorter: each corner as its distance from the one before, with no
 * sign between two numbers that is not needed. Steps of the grid are counted whole, so that no error
 * adds up along the path. A path with curves stays as it is.
 *
 * The second argument is the grid, tenths where none is given.
 */
export function relativePath(d: string, { perUnit, written: said }: Grid = TENTHS): string {
  if (!/^[MLZ\d\s,.e-]*$/.test(d)) return d;
  let [x, y] = [0, 0];
  let start = [x, y] as const;
  let written = "";
  let drawing = false;
  for (const [, command, place = ""] of d.matchAll(/([MLZ])([^MLZ]*)/g)) {
    if (command === "Z") {
      written += "z";
      [x, y] = start;
      drawing = false;
      continue;
    }
    const [right = Number.NaN, down = Number.NaN] = place
      .split(",")
      .map((number) => Math.round(Number(number) * perUnit));
    const step = joined(said(right - x), said(down - y));
    if (command === "M") {
      start = [right, down];
      written += written === "" ? `M${joined(said(right), said(down))}` : `m${step}`;
    } else if (drawing) written += step.startsWith("-") ? step : ` ${step}`;
    else written += `l${step}`;
    drawing = command === "L";
    [x, y] = [right, down];
  }
  return written;
}

const joined = (across: string, along: string) =>
  along.startsWith("-") ? across + along : `${across} ${along}`;
