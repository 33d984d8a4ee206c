import { tokensOf } from "./tokens.ts";

/** A stretch of a text, and whether it is what was asked for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** How long an excerpt is, in characters, about. */
const LENGTH = 150;
/** How much of what stands before the first hit is shown. */
const BEFORE = 50;

const WORD = /[\p{L}\p{N}∇][\p{L}\p{M}\p{N}]*(?:[-_.'’][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
/** After a full stop that is not of a shortened word or name, or at the end of a line. */
const SENTENCE_END =
  /(?<=[.?!]["”’)]*)(?<!\b(?:al|cf|vs|e\.g|i\.e|and others|\p{Lu})\.) (?=[^a-z])|\n/u;

/**
 * The sentence of a text that holds the most of what was found, with these words marked; its
 * beginning when nothing was found in it.
 *
 * @param terms words of the index, as a hit names them
 */
export function excerptOf(text: string, terms: readonly string[]): readonly Piece[] {
  const wanted = new Set(terms);
  return marked(shortened(sentenceOf(text, wanted), wanted), wanted);
}

/** The sentence of a text that holds the most of what was found. */
export function sentenceOf(text: string, wanted: ReadonlySet<string>): string {
  let best = "";
  let most = 0;
  for (const sentence of text.split(SENTENCE_END)) {
    const found = new Set<string>();
    for (const [word] of sentence.matchAll(WORD))
      for (const token of tokensOfWord(word)) if (wanted.has(token)) found.add(token);
    if (found.size > most || (most === 0 && best === "")) {
      best = sentence;
      most = found.size;
    }
  }
  return best;
}

/** A text in pieces, those marked that were found. */
export function marked(text: string, wanted: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    if (!isWanted(match[0], wanted)) continue;
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), hit: false });
    at = match.index + match[0].length;
    pieces.push({ text: match[0], hit: true });
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}

/** The part of a long sentence around the first word that was found. */
function shortened(sentence: string, wanted: ReadonlySet<string>): string {
  if (sentence.length <= LENGTH) return sentence;
  const first = [...sentence.matchAll(WORD)].find(([word]) => isWanted(word, wanted))?.index ?? 0;
  const from = first <= BEFORE ? 0 : sentence.indexOf(" ", first - BEFORE) + 1;
  const end = sentence.lastIndexOf(" ", from + LENGTH);
  const to = sentence.length - from <= LENGTH || end <= first ? from + LENGTH : end;
  return `${from > 0 ? "… " : ""}${sentence.slice(from, to)}${to < sentence.length ? " …" : ""}`;
}

/** Whether a word is one that was found. */
export function isWanted(word: string, wanted: ReadonlySet<string>): boolean {
  return tokensOfWord(word).some((token) => wanted.has(token));
}

const known = new Map<string, readonly string[]>();

/** What a word is found by. A book says few different ones, and a search asks for all of them at every key. */
function tokensOfWord(word: string): readonly string[] {
  let tokens = known.get(word);
  if (tokens === undefined) {
    tokens = tokensOf(word);
    known.set(word, tokens);
  }
  return tokens;
}
