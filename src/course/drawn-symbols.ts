/** A symbol found in a formula that KaTeX has drawn. */
export interface DrawnSymbol {
  /** The part of the drawing that shows it, with its subscript and superscript. */
  readonly element: Element;
  readonly id: string;
}

const LETTERS = /^[\p{L}∇∂]+$/u;

/** Wrappers that add a look or a role to one symbol. */
const WRAPPERS = ["mop", "text", "enclosing"];

/**
 * The symbols in a drawn formula, in the order of the drawing.
 *
 * @param drawing an element of class `katex-html`, or one around it
 * @param ids what is known: "θ", "m^", or with the scripts "κ_2", "η^⋆" → id; the name with its
 *   scripts goes before the one without
 */
export function drawnSymbols(
  drawing: Element,
  ids: ReadonlyMap<string, string>,
): readonly DrawnSymbol[] {
  const found: DrawnSymbol[] = [];
  const visit = (element: Element): void => {
    const symbol = read(element);
    const id = symbol && (ids.get(symbol.full) ?? ids.get(symbol.name));
    if (id) found.push({ element: symbol.element, id });
    else for (const child of element.children) visit(child);
  };
  visit(drawing);
  return found;
}

/** What the first symbol of a drawn formula is called among `ids` of `drawnSymbols`. */
export function symbolName(drawing: Element): string | undefined {
  const own = read(drawing)?.full;
  if (own) return own;
  for (const child of drawing.children) {
    const name = symbolName(child);
    if (name) return name;
  }
  return undefined;
}

interface Reading {
  readonly element: Element;
  readonly name: string;
  readonly full: string;
}

/** Reads an element that holds one symbol, or one symbol and its scripts. */
function read(element: Element): Reading | undefined {
  const [nucleus, scripts, ...rest] = element.children;
  if (nucleus && scripts && rest.length === 0 && scripts.classList.contains("msupsub")) {
    const name = nucleusName(nucleus);
    return name ? { element, name, full: name + scriptsOf(scripts) } : undefined;
  }
  const name = nucleusName(element);
  return name ? { element, name, full: name } : undefined;
}

function nucleusName(element: Element): string | undefined {
  if (element.classList.contains("katex-accent")) {
    const accent = textOf(element.querySelector(".accent-body"));
    const name = textOf(element).replace(accent, "");
    return LETTERS.test(name) ? name + accent : undefined;
  }
  const [only, ...others] = element.children;
  if (only && others.length === 0 && WRAPPERS.some((name) => element.classList.contains(name)))
    return nucleusName(only);
  const name = textOf(element);
  return !only && element.classList.contains("mord") && LETTERS.test(name) ? name : undefined;
}

/** "_i", "^⋆" or both; KaTeX stacks the subscript first. */
function scriptsOf(scripts: Element): string {
  const lists = [...scripts.querySelectorAll(".vlist")];
  const [lower, upper] = [...(lists[0]?.children ?? [])].map(textOf);
  const hasLower = scripts.firstElementChild?.classList.contains("vlist-t2");
  if (!hasLower) return `^${lower}`;
  return `_${lower}${upper ? `^${upper}` : ""}`;
}

function textOf(element: Element | null): string {
  return (element?.textContent ?? "").replaceAll("\u200b", "").trim();
}
