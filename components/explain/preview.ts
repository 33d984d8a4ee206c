import { say } from "#src/language/say.ts";

/**
 * What the card of a reference shows of the place to which it leads: an equation, the picture of a
 * figure, what an exercise asks, the first lines of a section. Made from the page as it stands, in
 * the browser or by the build.
 *
 * @param target where the reference leads
 * @returns HTML; absent where there is nothing to show
 */
export function previewOf(target: Element): string | undefined {
  return KINDS.find(({ selector }) => target.matches(selector))?.show(target);
}

/** Whether this is a kind of place that the card of a reference shows. */
export function hasPreview(target: Element): boolean {
  return KINDS.some(({ selector }) => target.matches(selector));
}

interface Kind {
  readonly selector: string;
  readonly show: (target: Element) => string | undefined;
}

const KINDS: readonly Kind[] = [
  {
    selector: ".equation",
    show: (equation) =>
      named(
        equation.querySelector(".equation-number")?.getAttribute("aria-label") ?? say("Equation"),
        htmlOf(equation.querySelector(".katex-display")),
      ),
  },
  {
    selector: "figure.widget",
    show: (figure) => named(wordsOf(figure.querySelector(".widget-title")), pictureOf(figure)),
  },
  {
    selector: "downhill-exercise",
    show: (exercise) =>
      named(
        `${wordsOf(exercise.querySelector(".exercise-title > a"))} ${wordsOf(exercise.querySelector(".exercise-title > a + span"))}`,
        withoutLinks(exercise.querySelector(".exercise-prompt p")),
      ),
  },
  {
    selector: "downhill-cell",
    show: (cell) =>
      named(
        cell.getAttribute("aria-label") ?? say("Cell"),
        `<pre class="explain-cell">${htmlOf(cell.querySelector("pre code"))}</pre>`,
      ),
  },
  {
    selector: ".statement",
    show: (statement) =>
      named(
        wordsOf(statement.querySelector(".statement-title")),
        [...statement.children].slice(1).map(withoutLinks).join(""),
      ),
  },
  { selector: "h2, h3", show: sectionOf },
  { selector: ".reading > li", show: (work) => withQuietLinks(work).innerHTML },
  {
    selector: ".footnotes li",
    show: (note) => {
      const copy = withQuietLinks(note);
      copy.querySelector("[data-footnote-backref]")?.remove();
      return copy.innerHTML;
    },
  },
];

function named(name: string, html: string): string {
  return `<span class="explain-name">${name.trim()}</span>${html}`;
}

/** The words of a title; a formula in it as it is drawn. */
function wordsOf(title: Element | null): string {
  const copy = title && copyOf(title);
  for (const link of copy?.querySelectorAll("a") ?? []) link.replaceWith(...link.childNodes);
  return copy?.innerHTML ?? "";
}

/** The narrowest drawing of a figure; where there is none, what the figure says of itself. */
function pictureOf(figure: Element): string {
  const drawing = figure.querySelector(".plot-drawing svg") ?? figure.querySelector("svg");
  return drawing
    ? `<span class="plot explain-picture">${htmlOf(drawing)}</span>`
    : withoutLinks(figure.querySelector(".widget-summary"));
}

/** The heading of a section and its first paragraph, if it has one. */
function sectionOf(heading: Element): string | undefined {
  for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.matches("h2, h3")) return undefined;
    if (next.matches("p")) return named(wordsOf(heading), withoutLinks(next));
  }
  return undefined;
}

function withoutLinks(element: Element | null): string {
  if (!element) return "";
  const copy = copyOf(element);
  for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  return copy.outerHTML;
}

/** Links that are no stops: by keyboard the card has one, the way to its place, where they are again. */
function withQuietLinks(element: Element): Element {
  const copy = copyOf(element);
  for (const link of copy.querySelectorAll("a")) link.setAttribute("tabindex", "-1");
  return copy;
}

function htmlOf(element: Element | null): string {
  return element ? copyOf(element).outerHTML : "";
}

/** A copy that can stand on the page beside the original: no id twice, nothing to stop at. */
function copyOf(element: Element): Element {
  const copy = element.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll(".place, script, style")) part.remove();
  for (const part of [copy, ...copy.querySelectorAll("*")]) {
    for (const name of ["tabindex", "aria-labelledby", "aria-describedby", "data-symbol"])
      part.removeAttribute(name);
    if (part.id) part.id = `preview-${part.id}`;
    for (const { name, value } of [...part.attributes])
      if (value.includes("url(#"))
        part.setAttribute(name, value.replaceAll("url(#", "url(#preview-"));
  }
  return copy;
}
