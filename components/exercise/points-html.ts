import { escaped } from "#src/course/escaped.ts";
import type { ExerciseOf } from "#src/course/exercise-schema.ts";
import { readExpression } from "#src/grading/expression.ts";
import { say } from "#src/language/say.ts";
import { levelLines } from "#src/notebook/level-lines.ts";

type Range = readonly [number, number];

/**
 * A plot on which points are set, as HTML: level lines of a surface, given points, and two fields a
 * point.
 *
 * @param markdown makes a line of Markdown HTML
 * @throws Error when the surface cannot be read
 */
export function pointsHtml(
  id: string,
  data: ExerciseOf<"points">,
  markdown: (text: string) => string,
): string {
  const { x, y, given, answer } = data;
  const across = (value: number) => (1000 * (value - x[0])) / (x[1] - x[0]);
  const down = (value: number) => (1000 * (y[1] - value)) / (y[1] - y[0]);
  const said = (tick: number) => String(tick).replace("-", "−");
  const last = given.at(-1);
  const from = last && answer.length > 1 ? ` data-from="${last.x},${last.y}"` : "";
  const drawing = [
    '<rect width="1000" height="1000"></rect>',
    ...linesOf(id, data).map((path) => `<path class="level" d="${path}"></path>`),
    ...ticks(x).map(
      (tick) => `<text x="${across(tick)}" y="1050" text-anchor="middle">${said(tick)}</text>`,
    ),
    ...ticks(y).map(
      (tick) => `<text x="-15" y="${down(tick) + 12}" text-anchor="end">${said(tick)}</text>`,
    ),
    ...given.map(
      (point) =>
        `<g class="given" transform="translate(${across(point.x)} ${down(point.y)})"><circle r="14"></circle><text x="24" y="-18">${escaped(point.label)}</text></g>`,
    ),
    `<polyline class="path" data-part="path"${from}></polyline>`,
    ...answer.map(
      (_, index) =>
        `<circle class="set" data-point="${index}" r="18" cx="-999" cy="-999"></circle>`,
    ),
  ];
  const places = answer.map(({ label }, index) => {
    const fields = ["x", "y"].map(
      (axis) =>
        `<label>${axis} <input type="text" spellcheck="false" autocapitalize="off" name="${axis}-${index}" size="7" aria-describedby="${id}-place-${index}"></label>`,
    );
    return `<li data-place="${index}"><span id="${id}-place-${index}">${markdown(label)}</span> ${fields.join(" ")} <span class="exercise-mark" data-mark aria-hidden="true"></span></li>`;
  });
  return `<div class="exercise-plane"><svg viewBox="-90 -20 1110 1110" data-part="plane" aria-hidden="true">${drawing.join("")}</svg>
<ol class="exercise-places">${places.join("")}</ol>
<p class="exercise-names">${escaped(say("Press on the plot or drag a point there; or type the coordinates, in which the arrow keys up and down move the point."))}</p></div>`;
}

function linesOf(id: string, { surface, x, y }: ExerciseOf<"points">): readonly string[] {
  const read = readExpression(surface, ["x", "y"]);
  if (read.kind === "unreadable")
    throw new Error(`exercise "${id}": the surface ${surface} cannot be read: ${read.message}`);
  return levelLines((a, b) => read.evaluate({ x: a, y: b }), x, y);
}

function ticks([from, to]: Range): readonly number[] {
  const step = 10 ** Math.floor(Math.log10((to - from) / 2));
  const wide = (to - from) / step > 8 ? 2 * step : step;
  const first = Math.ceil(from / wide);
  return Array.from({ length: Math.floor(to / wide) - first + 1 }, (_, index) =>
    Number(((first + index) * wide).toPrecision(6)),
  );
}
