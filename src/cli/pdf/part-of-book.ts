import { addLinkCode } from "#components/print/link-code.ts";
import { listOptions } from "#components/print/list-options.ts";
import { type BuiltPage, nameOf } from "./built-book.ts";

/** What the book is printed with. */
export interface BookChoice {
  readonly hints: boolean;
  readonly solutions: boolean;
  readonly codes: boolean;
}

/** The address of the book, and which of its pages are in it. */
export interface Scope {
  readonly root: string;
  /** `momentum/`, `glossary/` … */
  readonly paths: ReadonlySet<string>;
}

/** Attributes that name other elements by their ids. */
const REFERENCES = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"];

/** What has no use on paper, or is drawn in another size than the paper's. */
const LEFT_OUT = [
  "script",
  "template",
  "button",
  "progress",
  ".letters",
  ".anchor",
  ".neighbours",
  ".cell-bar",
  ".cell-foot",
  ".cell-keys",
  ".out-all",
  ".widget-data",
  ".widget-hidden",
  ".exercise-bar",
  ".exercise-verdict",
  ".exercise-explanation",
  ".exercise-first",
  ".exercise-keys",
  '.plot-version[data-version="1"]:not([data-of="1"])',
  '.plot-version[data-version="3"]',
].join(", ");

/**
 * Turns the main part of a built page into a part of the book: every id becomes unique in it, links
 * to pages of the book become links within it, other links lead to the published page.
 * @returns HTML; the page is used up
 */
export function partOfBook({ path, document }: BuiltPage, scope: Scope, choice: BookChoice) {
  const main = document.querySelector("main");
  if (!main) throw new Error(`pdf: ${path}index.html has no main part.`);
  for (const element of main.querySelectorAll(LEFT_OUT)) element.remove();
  if (!choice.hints) for (const hint of main.querySelectorAll("[data-hint]")) hint.remove();
  if (!choice.solutions)
    for (const solution of main.querySelectorAll('[data-part="solution"]')) solution.remove();
  for (const form of main.querySelectorAll("downhill-exercise form")) listOptions(form);
  for (const link of main.querySelectorAll("a[href]")) relink(link, path, scope);
  const figures = [...main.querySelectorAll("figure[id]")];
  const addresses = figures.map(({ id }) => `${scope.root}${path}#${id}`);
  makeUnique(main, path);
  if (choice.codes)
    for (const [index, figure] of figures.entries()) addLinkCode(figure, addresses[index] ?? "");
  return main.innerHTML;
}

/** The id that an anchor of a page has in the book: in ASCII, since places of a PDF are named so. */
export function idInBook(path: string, anchor = ""): string {
  const plain = anchor.replace(/[^\w-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}`);
  return anchor === "" ? nameOf(path) : `${nameOf(path)}--${plain}`;
}

function relink(link: Element, from: string, { root, paths }: Scope) {
  const to = new URL(link.getAttribute("href") ?? "", new URL(from, root));
  if (!to.href.startsWith(root) || to.search !== "") return link.setAttribute("href", to.href);
  const path = to.pathname.slice(new URL(root).pathname.length);
  // Where a chapter's list leads to the bibliography, the book on paper has the lists of all chapters.
  if (path === "bibliography/" && link.closest(".reading"))
    return link.setAttribute("href", `#${idInBook("reading/", `ref-${to.hash.slice(1)}`)}`);
  if (!paths.has(path)) return link.setAttribute("href", to.href);
  const id = idInBook(path, decodeURIComponent(to.hash.slice(1)));
  link.setAttribute("href", `#${id}`);
  // A reader on paper turns to another chapter by its page, and to a term by the alphabet.
  if (path !== from && !link.matches(".term")) link.setAttribute("data-page-of", id);
}

function makeUnique(main: Element, path: string) {
  const own = (id: string) => idInBook(path, id);
  for (const element of main.querySelectorAll("*"))
    for (const { name, value } of [...element.attributes]) {
      const changed =
        name === "id" || name === "name"
          ? own(value)
          : REFERENCES.includes(name)
            ? value.replace(/\S+/g, own)
            : value.replace(/url\((["']?)#([^)"']+)/g, (_, quote, id) => `url(${quote}#${own(id)}`);
      if (changed !== value) element.setAttribute(name, changed);
    }
  for (const use of main.querySelectorAll("use"))
    for (const attribute of ["href", "xlink:href"]) {
      const value = use.getAttribute(attribute);
      if (value?.startsWith("#")) use.setAttribute(attribute, `#${own(value.slice(1))}`);
    }
}
