import type { Counterexample } from "#src/grading/property.ts";
import { say } from "#src/language/say.ts";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 320;
const HEIGHT = 96;
const PAD = 14;
/** Share of the height below which a difference cannot be seen, and no picture is made. */
const VISIBLE = 0.05;

/**
 * A picture of the numbers expected and those that came: a ring and a dot for each entry, joined
 * where they differ; nothing when they lie too close together to be told apart. It repeats what
 * stands above it in words, so it is hidden from screen readers.
 */
export function drawNumbers({
  expected,
  got,
}: NonNullable<Counterexample["numbers"]>): HTMLElement | undefined {
  const all = [0, ...expected, ...got];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const gap = Math.max(...expected.map((value, index) => Math.abs(value - (got[index] ?? value))));
  if (gap <= VISIBLE * (high - low)) return undefined;
  const x = (index: number) => PAD + ((index + 0.5) * (WIDTH - 2 * PAD)) / expected.length;
  const y = (value: number) =>
    HEIGHT - PAD - ((value - low) * (HEIGHT - 2 * PAD)) / (high - low || 1);
  const svg = shape("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT });
  svg.append(shape("line", { class: "zero", x1: 0, x2: WIDTH, y1: y(0), y2: y(0) }));
  expected.forEach((value, index) => {
    const other = got[index] ?? value;
    const [cx, y1, y2] = [x(index), y(value), y(other)];
    svg.append(
      shape("line", { class: "gap", x1: cx, x2: cx, y1, y2 }),
      shape("circle", { class: "expected", cx, cy: y1, r: 5.5 }),
      shape("circle", { class: "got", cx, cy: y2, r: 3 }),
    );
  });
  const figure = document.createElement("figure");
  figure.className = "exercise-numbers";
  figure.ariaHidden = "true";
  const caption = document.createElement("figcaption");
  caption.textContent = say("○ expected  ● got, entry by entry; the line is 0");
  figure.append(svg, caption);
  return figure;
}

function shape(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
