import { ACCENTS, LOWERED, OPERATORS, RAISED, SIGNS } from "./unicode-tex.ts";

/**
 * A formula in plain Unicode, as docstrings write it, in TeX: `x_k = x_{k−1} − α √v̂`.
 *
 * Subscripts are `_k`, `_{k−1}` or lowered characters, powers `^k`, `^{−1}` or raised ones; √
 * takes the parenthesis or the symbol that follows. Words of several letters stay upright.
 *
 * @throws Error for a character that it does not know
 */
export function texOf(formula: string): string {
  // Letters apart from their accents.
  const text = formula.replace(/\p{L}/gu, (letter) => letter.normalize("NFD"));
  let tex = "";
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const before = text.slice(0, at);
    const fits = ({ pattern, after }: Rule) => pattern.test(rest) && (after?.test(before) ?? true);
    const rule = RULES.find(fits) ?? ANY;
    const match = rule.pattern.exec(rest)!;
    tex += rule.tex(match, before);
    at += match[0].length;
  }
  return tex.trim();
}

interface Rule {
  /** What a text begins with. */
  readonly pattern: RegExp;
  /** What has to stand before, if anything. */
  readonly after?: RegExp;
  readonly tex: (match: RegExpExecArray, before: string) => string;
}

const ANY: Rule = { pattern: /^[\s\S]/u, tex: ([character]) => sign(character) };

/** The first that matches holds. */
const RULES: readonly Rule[] = [
  { pattern: /^ +/, tex: () => " " },
  { pattern: /^["“]([^"”]*)["”]/, tex: ([, words = ""]) => `\\text{“${literal(words)}”}` },
  { pattern: /^`([^`]*)`/, tex: ([, code = ""]) => `\\texttt{${literal(code)}}` },
  {
    pattern: /^(\d+(?:\.\d+)?)e([−-]?\d+)/,
    tex: ([, digits, power = ""]) =>
      `${digits === "1" ? "" : `${digits}\\cdot `}10^{${power.replace("−", "-")}}`,
  },
  { pattern: /^\d+(?:\.\d+)?/, tex: ([digits]) => digits },
  {
    pattern:
      /^([_^])(?:\{([^{}]*)\}|([−+-]?(?:[A-Za-z\d]+|\p{Script=Greek})|[*′⊤]|⌊[^⌋]*⌋|⌈[^⌉]*⌉|\([^()]*\)))/u,
    tex: ([, script, group, plain]) => `${script}{${texOf(group ?? plain ?? "")}}`,
  },
  // The parenthesis may hold one more level of parentheses.
  { pattern: /^√\(((?:[^()]|\([^()]*\))*)\)/, tex: ([, under = ""]) => `\\sqrt{${texOf(under)}}` },
  { pattern: /^√([A-Za-z]{2,}\([^()]*\))/, tex: ([, under = ""]) => `\\sqrt{${texOf(under)}}` },
  {
    pattern: /^√(\d+|\p{L}\p{M}*(?:_\{[^{}]*\}|_\p{L}|[₀-₉ᵢⱼₖₙₘₜ]+)?)(?![A-Za-z])/u,
    tex: ([, under = ""]) => `\\sqrt{${texOf(under)}}`,
  },
  { pattern: /^: /, tex: () => "\\text{: }" },
  { pattern: /^√/, tex: () => "\\surd " },
  // xᵀAx: letters that touch a script are a product, not a word.
  {
    pattern: /^[A-Za-z]{2}(?![A-Za-z])/,
    tex: ([letters]) => letters,
    after: /[\p{Lm}\p{No}₀-₉}‖]$/u,
  },
  { pattern: /^[A-Za-z]{2,}(?=\()/, tex: ([name]) => named(name) ?? `\\operatorname{${name}}` },
  {
    pattern:
      /^[A-Za-z]{2,}(?:'s)?(?:[ -](?:a )?[A-Za-z]{2,}(?![A-Za-z]*\()(?:'s)?)* ?(?:a (?![=←]))?/,
    tex: ([words], before) =>
      named(words.trim()) ?? `\\text{${before.endsWith(" ") ? " " : ""}${words}}`,
  },
  {
    pattern: /^([\p{L}∇])(\p{M}+)/u,
    tex: ([, letter = "", marks = ""]) =>
      [...marks].reduce((inner, mark) => `${accent(mark)}{${inner}}`, sign(letter)),
  },
  scripts("^", RAISED),
  scripts("_", LOWERED),
];

/** A run of raised or lowered characters. */
function scripts(script: "^" | "_", meanings: ReadonlyMap<string, string>): Rule {
  return {
    pattern: new RegExp(`^[${[...meanings.keys()].join("")}]+`, "u"),
    tex: ([run]) => `${script}{${[...run].map((one) => sign(meanings.get(one)!)).join("")}}`,
  };
}

function sign(character: string): string {
  const known = SIGNS.get(character);
  if (known !== undefined) return known;
  if (/[A-Za-z0-9+\-*/=<>()[\].,:;!?|']/.test(character)) return character;
  throw new Error(`unicode math: no TeX is known for "${character}"`);
}

function accent(mark: string): string {
  const known = ACCENTS.get(mark);
  if (known !== undefined) return known;
  throw new Error(`unicode math: no accent is known for U+0${mark.codePointAt(0)?.toString(16)}`);
}

function named(word: string): string | undefined {
  return OPERATORS.has(word) ? `\\${word} ` : undefined;
}

function literal(text: string): string {
  return text.replace(/[\\{}%#&$_^]/g, "\\$&");
}
