/** A call of `say`, `sayParts` or `sayCount`, found in the text of a file. */
export interface Call {
  /** Where the message stands, from the first quote to behind the last, or the braces of the forms. */
  readonly from: number;
  readonly to: number;
  /** The message, or its forms. */
  readonly message: string | Readonly<Record<string, string>>;
  /** A call of a text alone, whole: it is the text. */
  readonly whole?: { readonly from: number; readonly to: number };
}

/** Who calls it imports it: another function of the name is not meant, nor a method; after `...` it is. */
const MODULE = "language/say.ts";
const NAME = /(?<![\w$#]|(?<!\.\.)\.)say(Parts|Count)?(?:<[^>()]*>)?\(/g;
const LITERAL = /\s*("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.|\$(?!\{))*`)/.source;
const TEXT = new RegExp(LITERAL, "y");
const FORM = new RegExp(`\\s*(\\w+):${LITERAL}\\s*,?`, "y");
const OPEN = /\s*\{/y;
const CLOSE = /\s*\}/y;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t" };
const END = /\s*,?\s*\)/y;
const NEXT = /\s*[,)]/y;

/**
 * The messages in the text of a file, in their order: TypeScript, TSX, Astro or MDX, in which a call
 * looks the same.
 *
 * @throws where a message is not a literal: it could be neither listed nor translated
 */
export function callsIn(source: string, file: string): readonly Call[] {
  if (!source.includes(MODULE)) return [];
  return [...source.matchAll(NAME)].flatMap((match) => {
    const at = match.index + match[0].length;
    const call = match[1] === "Count" ? formsAt(source, at) : textAt(source, at);
    if (call === undefined)
      throw new Error(
        `${file}:${source.slice(0, at).split("\n").length}: ${match[0]}…) has no literal text. Write the message itself there, with {name} for what changes.`,
      );
    const end =
      match[1] === undefined && typeof call.message === "string" && after(END, source, call.to);
    return [end ? { ...call, whole: { from: match.index, to: end } } : call];
  });
}

function textAt(source: string, at: number): Call | undefined {
  TEXT.lastIndex = at;
  const text = TEXT.exec(source)?.[1];
  if (text === undefined || !after(NEXT, source, TEXT.lastIndex)) return undefined;
  return { from: TEXT.lastIndex - text.length, to: TEXT.lastIndex, message: meant(text) };
}

function formsAt(source: string, at: number): Call | undefined {
  const open = after(OPEN, source, at);
  if (!open) return undefined;
  const message: Record<string, string> = {};
  FORM.lastIndex = open;
  let end = open;
  for (let form = FORM.exec(source); form; form = FORM.exec(source)) {
    const [, name = "", text = ""] = form;
    message[name] = meant(text);
    end = FORM.lastIndex;
  }
  const to = after(CLOSE, source, end);
  return to && "other" in message ? { from: open - 1, to, message } : undefined;
}

/** Where a match at a place ends; 0 where there is none. */
function after(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : 0;
}

/** What a literal of a source stands for. */
function meant(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(
      /\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/gi,
      (_, braced, four, two, one) =>
        one === undefined
          ? String.fromCodePoint(Number.parseInt(braced ?? four ?? two, 16))
          : (ESCAPES[one] ?? one),
    );
}
