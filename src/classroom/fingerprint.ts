import { digestOf } from "./canonical.ts";

const KEPT = new Set(
  "const let var function return if else for while do break continue switch case default throw try catch finally new typeof instanceof in of class extends super this null true false undefined import from export async await yield void delete type interface number string boolean".split(
    " ",
  ),
);

/** Comments, texts in quotes, names, numbers, and any other sign. */
const TOKEN =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|[\p{L}_$][\p{L}\p{N}_$]*|\d[\w.]*|\S/gu;

/**
 * Code without what is easily changed: comments, layout, the last comma or semicolon, and the names,
 * which become $1, $2, … in the order in which they come up.
 */
export function normalised(code: string): string {
  const names = new Map<string, string>();
  const words = [...code.matchAll(TOKEN)].flatMap(([token]) => {
    if (token.startsWith("//") || token.startsWith("/*") || token === ";") return [];
    if (!/^[\p{L}_$]/u.test(token) || KEPT.has(token)) return [token];
    const name = names.get(token) ?? `$${names.size + 1}`;
    names.set(token, name);
    return [name];
  });
  return words.join(" ").replace(/, (?=[)\]}])/g, "");
}

/**
 * What two answers in code have in common when they are the same but for names and layout. Nothing
 * for code that says little about who wrote it: the starter, the book's solution, or fewer than 30
 * signs.
 *
 * @param common texts that any student may have
 */
export async function fingerprint(
  code: string,
  common: readonly string[],
): Promise<string | undefined> {
  const plain = normalised(code);
  if (plain.split(" ").length < LEAST || common.some((one) => normalised(one) === plain))
    return undefined;
  return (await digestOf(plain))?.slice(0, 32) ?? plain;
}

const LEAST = 30;
