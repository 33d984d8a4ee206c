import { say } from "#src/language/say.ts";
import { type Control, type ControlValue, LONGEST_TEXT } from "./control.ts";
import { digits } from "./digits.ts";

/** Places of a slider whose scale is logarithmic. */
const PLACES = 200;

/** Width and height of a point picker's plane, in its own units. */
export const PLANE = { width: 240, height: 144 };

/**
 * A control as HTML, the same for the build and the page. Without JavaScript it shows what it is
 * set to and cannot be moved; a live cell enables it.
 */
export function controlMarkup(
  index: number,
  control: Control,
  value: ControlValue,
  escaped: (text: string) => string,
): string {
  const data = `data-index="${index}" data-control="${escaped(JSON.stringify(control))}"`;
  const label = escaped(control.label === "" ? fallbackLabel[control.control] : control.label);
  switch (control.control) {
    case "slider":
      return `<div class="control" ${data}><label><span class="control-label">${label}</span> <input type="range" ${rangeAttributes(control)} value="${placeOf(control, value as number)}" aria-valuetext="${shown(value)}" disabled></label> <span class="control-value">${shown(value)}</span></div>`;
    case "number":
      return `<div class="control" ${data}><label><span class="control-label">${label}</span> <input type="number" min="${control.min}" max="${control.max}" step="any" value="${value}" disabled></label></div>`;
    case "select": {
      const options = control.options.map(
        (option) => `<option${option === value ? " selected" : ""}>${escaped(option)}</option>`,
      );
      return `<div class="control" ${data}><label><span class="control-label">${label}</span> <select disabled>${options.join("")}</select></label></div>`;
    }
    case "text":
      return `<div class="control control-text" ${data}><label><span class="control-label">${label}</span> <input type="text" value="${escaped(String(value))}" maxlength="${LONGEST_TEXT}" spellcheck="false" autocapitalize="off" autocomplete="off" disabled></label></div>`;
    case "checkbox":
      return `<div class="control" ${data}><label><input type="checkbox"${value ? " checked" : ""} disabled> <span class="control-label">${label}</span></label></div>`;
    case "point": {
      const [x, y] = value as readonly [number, number];
      const [cx, cy] = spotOf(control, [x, y]);
      const field = (name: string, one: number, [min, max]: readonly [number, number]) =>
        `<label>${name} <input type="number" data-axis="${name}" min="${min}" max="${max}" step="any" value="${one}" disabled></label>`;
      return `<fieldset class="control control-point" ${data}><legend class="control-label">${label}</legend><svg viewBox="0 0 ${PLANE.width} ${PLANE.height}" width="${PLANE.width}" height="${PLANE.height}" aria-hidden="true"><rect width="${PLANE.width}" height="${PLANE.height}"></rect>${levelPaths(control)}<path class="control-cross" d="M${cx},0V${PLANE.height}M0,${cy}H${PLANE.width}"></path><circle cx="${cx}" cy="${cy}" r="7"></circle></svg><span class="control-fields">${field("x", x, control.x)} ${field("y", y, control.y)}</span></fieldset>`;
    }
  }
}

const fallbackLabel: Readonly<Record<Control["control"], string>> = {
  slider: say("Value"),
  number: say("Value"),
  select: say("Choice"),
  text: say("Text"),
  checkbox: say("On"),
  point: say("Point"),
};

function levelPaths({ levels = [] }: PointControl): string {
  const scale = `scale(${PLANE.width / 1000} ${PLANE.height / 1000})`;
  return levels
    .map((line) => `<path class="trace-level" d="${line}" transform="${scale}"></path>`)
    .join("");
}

type RangeControl = Extract<Control, { readonly control: "slider" | "number" }>;
type PointControl = Extract<Control, { readonly control: "point" }>;

function rangeAttributes({ min, max, step, scale }: RangeControl): string {
  return scale === "log"
    ? `min="0" max="${PLACES}" step="1"`
    : `min="${min}" max="${max}" step="${step}"`;
}

/** Where the handle of a slider stands for a value: on a log scale, the number of its place. */
export function placeOf({ min, max, scale }: RangeControl, value: number): number {
  return scale === "log"
    ? Math.round((PLACES * Math.log(value / min)) / Math.log(max / min))
    : value;
}

/** The value of a slider whose handle stands at a place. */
export function valueAt({ min, max, scale }: RangeControl, place: number): number {
  if (scale === "linear") return place;
  if (place <= 0) return min;
  if (place >= PLACES) return max;
  return Number((min * (max / min) ** (place / PLACES)).toPrecision(3));
}

/** Where in the plane a point lies; the second coordinate grows upwards. */
export function spotOf(
  { x, y }: PointControl,
  [a, b]: readonly [number, number],
): readonly [number, number] {
  return [(PLANE.width * (a - x[0])) / (x[1] - x[0]), (PLANE.height * (y[1] - b)) / (y[1] - y[0])];
}

/** The point at a place of the plane, held within the ranges and rounded to what can be seen. */
export function pointAt(
  { x, y }: PointControl,
  [left, top]: readonly [number, number],
): readonly [number, number] {
  const along = ([low, high]: readonly [number, number], share: number) => {
    const value = low + Math.min(1, Math.max(0, share)) * (high - low);
    return Number(value.toFixed(Math.max(0, 2 - Math.floor(Math.log10(high - low)))));
  };
  return [along(x, left / PLANE.width), along(y, 1 - top / PLANE.height)];
}

/** A value as a reader sees it beside the control. */
export function shown(value: ControlValue): string {
  return typeof value === "number" ? digits(value) : String(value);
}
