import { ACCENTS, LOWERED, RAISED, SIGNS } from "../unicode-tex.ts";

/**
 * A formula in TeX as one line of plain characters, to be read in a list of results and searched:
 * `\frac{\beta_2}{1-\beta_2^t}` is `β₂/(1−β₂ᵗ)`. A command that it does not know becomes its name.
 */
export function plainMath(tex: string): string {
  const tokens: readonly string[] = tex.match(TOKEN) ?? [];
  let at = 0;

  function sequence(end?: string): string {
    let plain = "";
    while (at < tokens.length) {
      const token = tokens[at++]!;
      if (token === end) break;
      plain += one(token);
    }
    return plain;
  }

  function argument(): string {
    while (/^\s/.test(tokens[at] ?? "")) at++;
    const token = tokens[at++];
    return token === undefined ? "" : one(token);
  }

  /** What stands in braces with its blanks, as words do. */
  function words(): string {
    if (tokens[at] !== "{") return argument();
    const end = tokens.indexOf("}", at);
    const text = tokens.slice(at + 1, end < 0 ? undefined : end).join("");
    at = end < 0 ? tokens.length : end + 1;
    return text.replace(/[\\$]/g, "");
  }

  function one(token: string): string {
    if (token === "{") return sequence("}");
    if (token === "_") return script("_", argument(), LOW);
    if (token === "^") return script("^", argument(), HIGH);
    if (/^\s/.test(token)) return "";
    return token.startsWith("\\") ? command(token) : (CHARACTERS.get(token) ?? token);
  }

  function command(name: string): string {
    if (/^\\[td]?frac$/.test(name)) return quotient(argument(), argument());
    // How far below the next line stands.
    if (name.startsWith("\\\\[")) return "; ";
    if (name === "\\sqrt") return `√${factor(argument())}`;
    if (/^\\(?:text\w*|mathrm|operatorname)$/.test(name)) return words();
    if (/^\\(?:label|tag|begin|end)$/.test(name)) return silent(words());
    if (name === "\\htmlClass") return silent(words()) + argument();
    const accent = MARKS.get(name);
    if (accent !== undefined) return marked(argument(), accent);
    if (OF_ONE.test(name)) return argument();
    return COMMANDS.get(name) ?? name.slice(1);
  }

  return sequence().replace(/\s+/g, " ").replace(/,;/g, ";").trim();
}

const TOKEN = /\\\\\[[^\]]*\]|\\(?:[A-Za-z]+\*?|[\s\S])|[{}_^]|\s+|[^\\{}_^\s]/g;

/** Commands that show what they are given, in another look. */
const OF_ONE = /^\\(?:gradient|velocity|curvature|math(?:bf|cal|bb|sf|it)|underbrace|overline)$/;

/** Accents by the command that sets them. */
const MARKS: ReadonlyMap<string, string> = new Map(
  [...ACCENTS, ["\u0308", "\\ddot"] as const].map(([mark, tex]) => [tex, mark]),
);

/** A text whose subscripts are in small characters, where there are some: `m_{k−1}` is `mₖ₋₁`. */
export function withSmallScripts(text: string): string {
  return text.replace(SUBSCRIPT, (whole, base: string, low: string) => {
    const small = script("_", low.replace(/[{}]/g, ""), LOW);
    return small.startsWith("_") ? whole : base + small;
  });
}

const SUBSCRIPT = /(?<![\p{L}_])(\p{L}\p{M}*)_(\{[^{}]*\}|[\p{L}\d](?![\p{L}\d_]))/gu;

/** Signs with a blank on either side. */
const RELATION = /[←→↦⇒⇔≤≥≠≈≡∼∝≪≫≺≻⪰⪯∈∉]/u;

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["-", "−"],
  ["&", " "],
  ["~", " "],
  ...["=", "<", ">", "←", "→", "≤", "≥"].map((sign) => [sign, ` ${sign} `] as const),
]);

const COMMANDS: ReadonlyMap<string, string> = new Map([
  ...[...SIGNS].flatMap(([sign, tex]) =>
    /^\\\w+ $/.test(tex) ? [[tex.trim(), RELATION.test(sign) ? ` ${sign} ` : sign] as const] : [],
  ),
  ["\\epsilon", "ε"],
  ["\\phi", "φ"],
  ["\\vartheta", "ϑ"],
  ["\\star", "*"],
  ["\\T", "ᵀ"],
  ["\\mu", "μ"],
  ["\\sum", "∑"],
  ["\\prod", "∏"],
  ["\\neq", " ≠ "],
  ["\\longrightarrow", " → "],
  ["\\Longrightarrow", " ⇒ "],
  ["\\lVert", "‖"],
  ["\\rVert", "‖"],
  ["\\|", "‖"],
  ["\\lvert", "|"],
  ["\\rvert", "|"],
  ["\\ldots", "…"],
  ["\\cdots", "⋯"],
  ["\\bmod", " mod "],
  ["\\\\", "; "],
  ["\\,", " "],
  ["\\;", " "],
  ["\\:", " "],
  ["\\ ", " "],
  ["\\quad", " "],
  ["\\qquad", " "],
  ["\\!", ""],
  ...["{", "}", "%", "#", "&", "_"].map((sign) => [`\\${sign}`, sign] as const),
  // How large a bracket is, and how a formula is set.
  ...[
    "left",
    "right",
    "big",
    "Big",
    "bigl",
    "bigr",
    "Bigl",
    "Bigr",
    "bigg",
    "textstyle",
    "displaystyle",
    "limits",
    "nonumber",
  ].map((name) => [`\\${name}`, ""] as const),
  ...[
    "max",
    "min",
    "ln",
    "log",
    "exp",
    "sin",
    "cos",
    "tan",
    "tanh",
    "det",
    "arg",
    "sup",
    "inf",
    "lim",
  ].map((name) => [`\\${name}`, ` ${name} `] as const),
]);

const LOW = turned(LOWERED);
const HIGH = turned(RAISED);

function turned(map: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...map].map(([small, plain]) => [plain, small]));
}

/** A script in small characters where there are some for all of it. */
function script(sign: "_" | "^", text: string, small: ReadonlyMap<string, string>): string {
  const characters = [...text.replace(/\s/g, "")];
  if (sign === "^" && characters.join("") === "*") return "*";
  if (characters.every((one) => small.has(one)))
    return characters.map((one) => small.get(one)).join("");
  return characters.length === 1 ? `${sign}${text}` : `${sign}(${text.trim()})`;
}

/** In brackets, if it is more than one number or symbol. */
function factor(text: string): string {
  const plain = text.trim();
  return /^(?:[\d.]+|\p{L}\p{M}*[₀-₉ₐ-ₜᵢ-ᵥ²³*]*|\([^()]*\))$/u.test(plain) ? plain : `(${plain})`;
}

function quotient(above: string, below: string): string {
  return above === "1" && below === "2" ? "½" : `${factor(above)}/${factor(below)}`;
}

function marked(text: string, accent: string): string {
  const [first = "", ...rest] = text;
  return first + accent + rest.join("");
}

function silent(_: string): string {
  return "";
}
