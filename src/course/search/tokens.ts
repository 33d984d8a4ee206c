import { LOWERED, RAISED } from "../unicode-tex.ts";

/**
 * What a text is found by: its words in lower case, without endings, and its symbols by name. `β₂`,
 * `beta2`, `beta_2` and `\beta_2` are all `beta2`; `strongWolfe` is itself, `strong` and `wolfe`;
 * `mini-batch` is also `minibatch`. Words that say nothing, such as "the", are left out.
 */
export function tokensOf(text: string): readonly string[] {
  return [...new Set(chunksOf(text).flatMap(({ whole, parts }) => [...whole, ...parts]))];
}

/** A stretch of a text without blanks, as it can be found. */
export interface Chunk {
  /** The stretch as one word, as it is and without its ending. */
  readonly whole: readonly string[];
  /** The words that it is made of, if it is made of several. */
  readonly parts: readonly string[];
}

/** The stretches of a text, in order: words, names in code, symbols with their subscripts. */
export function chunksOf(text: string): readonly Chunk[] {
  const chunks = [...spelled(text).matchAll(CHUNK)].map(([chunk]) => knownChunk(chunk));
  return chunks.filter(({ whole }) => whole.length > 0);
}

/** A word without the commonest endings, so that "averages", "averaged" and "average" meet. */
export function stemOf(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const single = word
    .replace(/(?<=..)ies$/, "y")
    .replace(/(?<=(?:ss|sh|ch|x|zz))es$/, "")
    .replace(/(?<=[^su])s$/, "");
  const stem = single.replace(/(?<=..[^e])(?:ing|ed)$/, "").replace(/(?<=...)e$/, "");
  const short = /[aeiouy]/.test(stem) && stem.length > 2 ? stem : single;
  // "stepped" and "step".
  return short.replace(/([bdgmnprt])\1$/, "$1");
}

const CHUNK = /[\p{L}\p{N}]+(?:[-_.'’][\p{L}\p{N}]+)*/gu;

/** Words by which nothing is found. */
const SILENT: ReadonlySet<string> = new Set(
  "a an and are as at be by for from in is it its of on or that the this to was with".split(" "),
);

const known = new Map<string, Chunk>();

/** A book says the same words over and over. */
function knownChunk(text: string): Chunk {
  let chunk = known.get(text);
  if (chunk === undefined) {
    chunk = chunkOf(text);
    known.set(text, chunk);
  }
  return chunk;
}

function chunkOf(chunk: string): Chunk {
  // 0.9 and 1.13.1 are one thing each.
  if (/^\d+(?:\.\d+)*$/.test(chunk)) return { whole: [chunk], parts: [] };
  const plain = chunk.replace(/['’]s$/, "").replace(/['’]/g, "");
  const pieces = plain.split(/[-_.]/).flatMap(inCamelCase);
  const whole = pieces.join("").toLowerCase();
  const inWords = pieces
    .map((piece) => piece.toLowerCase())
    .filter((piece) => !/^\d+$/.test(piece));
  const parts = pieces.length < 2 ? [] : inWords.flatMap(forms);
  return { whole: forms(whole), parts: [...new Set(parts)].filter((part) => part !== whole) };
}

/** "strongWolfe" → strong, Wolfe; "beta2" → beta, 2; "RMSprop" and "AdamW" stay. */
function inCamelCase(name: string): readonly string[] {
  return name.split(/(?<=\p{Ll}\p{Ll})(?=\p{Lu}\p{Ll})|(?<=\p{L}{2})(?=\d)/u);
}

function forms(word: string): readonly string[] {
  if (SILENT.has(word)) return [];
  const stem = stemOf(word);
  return stem === word ? [word] : [word, stem];
}

/** A text with its symbols spelled out: TeX and Unicode alike. */
function spelled(text: string): string {
  return (
    text
      .replace(LOW_RUN, (run) => `_${[...run].map((one) => LOWERED.get(one)).join("")}`)
      .replace(HIGH_RUN, " ")
      .normalize("NFD")
      .replace(/(?<!\p{L})(\p{L})\u0302(?!\p{L})/gu, "$1_hat")
      .replace(/\p{M}/gu, "")
      .replace(/[łŁ]/g, "l")
      .replace(/\\(?:var)?([A-Za-z]+)/g, "$1")
      .replace(/([_^])\{([^{}]*)\}/g, "$1$2")
      .replace(/[\p{Script=Greek}∇ℓ]/gu, (letter) => {
        const name = NAMES.get(letter.toLowerCase());
        return name === undefined ? letter : ` ${name}\uE000`;
      })
      // A subscript or a number stays with its letter, a letter does not.
      .replace(/\uE000(?=[_\d])/g, "")
      .replaceAll("\uE000", " ")
  );
}

const LOW_RUN = new RegExp(`[${[...LOWERED.keys()].join("")}]+`, "gu");
const HIGH_RUN = new RegExp(`[${[...RAISED.keys()].join("")}]+`, "gu");

/** Names of letters; capitals and variants have those of the plain ones. */
const NAMES: ReadonlyMap<string, string> = new Map(
  "α alpha,β beta,γ gamma,δ delta,ε epsilon,ϵ epsilon,ζ zeta,η eta,θ theta,ϑ theta,κ kappa,λ lambda,μ mu,ν nu,ξ xi,π pi,ρ rho,ϱ rho,σ sigma,τ tau,φ phi,ϕ phi,χ chi,ψ psi,ω omega,∇ nabla,ℓ ell"
    .split(",")
    .map((pair) => pair.split(" ") as [string, string]),
);
