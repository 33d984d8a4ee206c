/** A Greek letter, or a Latin one that stands alone; with its hat, its index and its star. */
const LETTER =
  /(\p{Script=Greek}|∇|(?<![\p{L}\p{N}’])[A-Za-z](?![\u0302]?\p{L}))(\u0302)?([₀-₉]+)?(★)?/gu;

/** KaTeX draws the plain commands with one form of these letters, labels are written with the other. */
const OTHER_FORM: Readonly<Record<string, string>> = { ε: "ϵ", φ: "ϕ" };

/**
 * The symbols that a label of a figure or a control names, as "learning rate η" does, in order; each once.
 *
 * A Greek letter counts anywhere. A Latin one counts where it ends the label, "velocity v", or begins
 * it as in "f(x)" or "b = 8": elsewhere it may be a word.
 *
 * @param names drawn name → id
 * @param phrases words → id
 */
export function labelSymbols(
  text: string,
  names: ReadonlyMap<string, string>,
  phrases: ReadonlyMap<string, string>,
): readonly string[] {
  const label = text.trim().normalize("NFD");
  const ids = new Set<string>();
  for (const match of label.matchAll(LETTER)) {
    const [whole, letter = "", hat = "", index = "", star = ""] = match;
    const rest = label.slice(match.index + whole.length);
    const plain = /[A-Za-z]/.test(letter);
    if (plain && rest !== "" && !(match.index === 0 && /^\s*[(=−]/.test(rest))) continue;
    const id = idOf(letter, hat && "^", index, star && "^⋆", names);
    if (id) ids.add(id);
  }
  for (const [phrase, id] of phrases)
    if (new RegExp(`(?<!\\p{L})${phrase}(?!\\p{L})`, "u").test(label)) ids.add(id);
  return [...ids];
}

/** The symbol with its index and star, or what it is without them. */
function idOf(
  letter: string,
  hat: string,
  index: string,
  star: string,
  names: ReadonlyMap<string, string>,
): string | undefined {
  const lower = index && `_${index.normalize("NFKD")}`;
  for (const form of [letter, OTHER_FORM[letter] ?? letter]) {
    const name = form + hat;
    const id = names.get(name + lower + star) ?? names.get(name + lower) ?? names.get(name);
    if (id) return id;
  }
  return undefined;
}
