import { CONTROL } from "./follow-controls.ts";

/** What a symbol is set to, in a figure or a cell. */
export interface CurrentValue {
  /** "η = 0.04", as the control says it. */
  readonly said: string;
  /** The figure or the cell. */
  readonly place: Element;
}

/** What holds controls, and can be linked to. */
const PLACE = ".widget[id], downhill-cell[id]";

/**
 * The value of a symbol in the nearest figure or cell that sets it: of the same section if there is one.
 *
 * @param id of the symbol
 * @param from where the reader is
 * @param distance how far a place is from there
 */
export function currentValue(
  chapter: Element,
  id: string,
  from: Element,
  distance: (place: Element, from: Element) => number,
): CurrentValue | undefined {
  const controls = [...chapter.querySelectorAll(CONTROL)].filter((control) =>
    control.getAttribute("data-symbol")?.split(" ").includes(id),
  );
  const places = new Set(
    controls.map((control) => control.closest(PLACE)).filter((place) => place !== null),
  );
  const section = sectionOf(chapter, from);
  const near = [...places].filter((place) => sectionOf(chapter, place) === section);
  const [place] = (near.length > 0 ? near : [...places]).toSorted(
    (a, b) => distance(a, from) - distance(b, from),
  );
  if (!place) return undefined;
  const own = controls.filter((control) => control.closest(PLACE) === place);
  return { place, said: own.map((control) => said(control, own.length > 1)).join(", ") };
}

/** What a control says of itself; where others of its place set the same, with its label. */
function said(control: Element, several: boolean): string {
  const range = control.querySelector('input[type="range"]')?.getAttribute("aria-valuetext") ?? "";
  if (control.matches(".widget-slider")) {
    const label = control.querySelector(".widget-soft")?.textContent;
    return several && label ? `${range} (${label})` : range;
  }
  const label = control.querySelector(".control-label")?.textContent ?? "";
  return `${label} = ${control.querySelector(".control-value")?.textContent ?? range}`;
}

/** The last heading before an element. */
function sectionOf(chapter: Element, element: Element): Element | undefined {
  return [...chapter.querySelectorAll("h2")].findLast(
    (heading) => (heading.compareDocumentPosition(element) & FOLLOWING) !== 0,
  );
}

/** Node.DOCUMENT_POSITION_FOLLOWING, which tests without a window know nothing of. */
const FOLLOWING = 4;
