/**
 * A path of straight lines written shorter: each corner as its distance from the one before, in
 * tenths, with no sign between two numbers that is not needed. Tenths are counted whole, so that no
 * error adds up along the path. A path with curves stays as it is.
 */
export function relativePath(d: string): string {
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
      .map((number) => Math.round(Number(number) * 10));
    const step = joined(right - x, down - y);
    if (command === "M") {
      start = [right, down];
      written += written === "" ? `M${joined(right, down)}` : `m${step}`;
    } else if (drawing) written += step.startsWith("-") ? step : ` ${step}`;
    else written += `l${step}`;
    drawing = command === "L";
    [x, y] = [right, down];
  }
  return written;
}

function joined(right: number, down: number): string {
  const [across, along] = [tenths(right), tenths(down)];
  return along.startsWith("-") ? across + along : `${across} ${along}`;
}

const tenths = (count: number) => String(count / 10).replace(/^(-?)0\./, "$1.");
