import { addStyle } from "#components/shell/add-style.ts";
import { addLinkCode } from "./link-code.ts";
import { listOptions } from "./list-options.ts";
import { pageRules } from "./page-header.ts";
import css from "./paper.css?inline";

/** What of a chapter is printed beside its text. */
export interface PrintChoice {
  readonly hints: boolean;
  readonly solutions: boolean;
  /** The link code of each figure. */
  readonly codes: boolean;
}

/** What the browser's own command prints. */
export const usual: PrintChoice = { hints: false, solutions: false, codes: true };

let choice = usual;
let added: readonly Element[] = [];

/** Opens the browser's window to print this page. */
export function printPage(chosen: PrintChoice): void {
  choice = chosen;
  print();
}

const page = document.documentElement;
const rules = new CSSStyleSheet();
document.adoptedStyleSheets.push(rules);

addEventListener("beforeprint", () => {
  addStyle(css);
  const { hints, solutions, codes } = choice;
  page.dataset["print"] = `${hints ? "hints" : ""} ${solutions ? "solutions" : ""}`.trim();
  const title = document.querySelector(".masthead-title")?.textContent ?? "";
  rules.replaceSync(pageRules({ left: title, right: "Downhill" }));
  const figures = codes ? [...document.querySelectorAll("figure[id]")] : [];
  const forms = [...document.querySelectorAll("downhill-exercise form")];
  added = [
    ...figures.map((figure) => addLinkCode(figure, addressOf(figure.id))),
    ...forms.flatMap((form) => listOptions(form) ?? []),
  ];
});

addEventListener("afterprint", () => {
  for (const element of added) element.remove();
  added = [];
  choice = usual;
  delete page.dataset["print"];
  rules.replaceSync("");
});

/** Of a part of this page where it is published, wherever it is read. */
function addressOf(id: string): string {
  const published = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  return new URL(`#${encodeURIComponent(id)}`, published?.href ?? location.href).href;
}
