/** Number of each labelled equation of a chapter: label → "6.3"; without a chapter, "3". */
export type EquationNumbers = ReadonlyMap<string, string>;

const DISPLAY = /\$\$([\s\S]*?)\$\$/g;
const LABEL = /\\label\{([\w-]+)\}/;

/**
 * Numbers the labelled display equations of a chapter in order of appearance.
 *
 * @param source the chapter's MDX
 * @param chapter the chapter's number, the part before the point; 0 for a page that is no chapter
 * @throws Error when two equations have one label
 */
export function numberEquations(source: string, chapter: number): EquationNumbers {
  const numbers = new Map<string, string>();
  for (const [, tex = ""] of source.matchAll(DISPLAY)) {
    const { label } = splitLabel(tex);
    if (!label) continue;
    if (numbers.has(label)) {
      throw new Error(
        `equations: label "${label}" is used twice. Give one of the equations another name.`,
      );
    }
    const number = numbers.size + 1;
    numbers.set(label, chapter === 0 ? `${number}` : `${chapter}.${number}`);
  }
  return numbers;
}

/** Takes `\label{name}` out of a formula, since KaTeX does not know it. */
export function splitLabel(tex: string): { readonly tex: string; readonly label?: string } {
  const match = LABEL.exec(tex);
  return match?.[1]
    ? { tex: tex.replace(match[0], "").trim(), label: match[1] }
    : { tex: tex.trim() };
}
