import { say } from "#src/language/say.ts";
import type { ProseFormula } from "#src/notebook/prose-markup.ts";

/**
 * Prose in Markdown with formulas, safe to put into the page whoever wrote it. Markdown and the
 * sanitiser load with the first prose, mathematics with the first formula.
 */
export async function renderProse(text: string): Promise<DocumentFragment> {
  const [{ proseMarkup }, { sanitiseProse }] = await Promise.all([
    import("#src/notebook/prose-markup.ts"),
    import("#src/notebook/sanitise.ts"),
  ]);
  const { html, formulas } = proseMarkup(text);
  const prose = sanitiseProse(html);
  for (const pre of prose.querySelectorAll("pre")) {
    pre.className = "code";
    pre.tabIndex = 0;
  }
  for (const table of prose.querySelectorAll("table")) scrollable(table, "table", say("Table"));
  if (formulas.length === 0) return prose;
  const { renderMath } = await import("#src/course/math.ts");
  for (const place of prose.querySelectorAll<HTMLElement>("[data-formula]")) {
    const formula = formulas[Number(place.dataset["formula"])];
    place.removeAttribute("data-formula");
    if (!formula) continue;
    typeset(place, formula, renderMath);
    if (formula.display) scrollable(place, "scratch-formula", say("Formula"));
  }
  return prose;
}

/** What TeX cannot read stands as it was typed, with the reason. */
function typeset(
  place: HTMLElement,
  { tex, display }: ProseFormula,
  renderMath: (tex: string, display: boolean) => string,
): void {
  try {
    // KaTeX escapes what it is given, and the book's settings let a formula neither link nor load.
    place.innerHTML = renderMath(tex, display);
  } catch (error) {
    const code = document.createElement("code");
    code.className = "scratch-fault";
    code.textContent = tex;
    place.replaceChildren(code, ` (${reasonOf(error)})`);
  }
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const reason = message.split("\n").at(-1) ?? message;
  return say("this formula cannot be read: {reason}", {
    reason: reason.replace(/^KaTeX parse error: /, "").slice(0, 200),
  });
}

/** What may be wider than a phone scrolls in a box of its own, which the keyboard can reach. */
function scrollable(element: HTMLElement, name: string, label: string): void {
  const box = document.createElement("div");
  box.className = name;
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.ariaLabel = label;
  element.replaceWith(box);
  box.append(element);
}
