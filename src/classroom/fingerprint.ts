import { digestOf } from "./canonical.ts";

const KEPT = new Set(
  "const let var function return if else for while do break continue switch case default throw try catch finally new typeof instanceof in of class extends super this null true false undefined import from export async await yield void delete type interface number string boolean".split(
    " ",
  ),
);

/** What the language has at hand: nobody renames it, and it says what the code does. */
const GLOBALS = new Set(
  "Math Number String Boolean Array Object JSON Map Set Date Symbol BigInt Promise Error RangeError TypeError Float32Array Float64Array Int32Array Uint8Array Uint32Array Infinity NaN isFinite isNaN parseFloat parseInt structuredClone console globalThis".split(
    " ",
  ),
);

/** Comments, texts in quotes, names, numbers, and any other sign. */
const TOKEN =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|[\p{L}_$][\p{L}\p{N}_$]*|\d[\w.]*|\S/gu;

/**
 * Code without what is easily changed: comments, layout, the last comma or semicolon, and the names,
 * which become $1, $2, … in the order in which they come up. Names behind a point, such as that of
 * `Math.sqrt`, stay.
 */
export function normalised(code: string): string {
  const names = new Map<string, string>();
  const tokens = [...code.matchAll(TOKEN)]
    .map(([token]) => token)
    .filter((token) => !token.startsWith("//") && !token.startsWith("/*"));
  const words = tokens.flatMap((token, at) => {
    if (token === ";") return [];
    // Three points spread what follows.
    const member = tokens[at - 1] === "." && tokens[at - 2] !== ".";
    const kept = member || KEPT.has(token) || GLOBALS.has(token);
    if (kept || !/^[\p{L}_$]/u.test(token)) return [token];
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
