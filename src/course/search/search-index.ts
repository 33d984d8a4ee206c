import MiniSearch, { type Query, type SearchOptions } from "minisearch";
import { type Entry, KINDS, type Kind } from "./entry.ts";
import { type Chunk, chunksOf, tokensOf } from "./tokens.ts";

/** An entry that was found. */
export interface Hit {
  readonly entry: Entry;
  /** The words of the index to be marked: those that were asked for, or else those that are near. */
  readonly terms: readonly string[];
}

/** An index over entries, which can still grow. The only file that knows which index this is. */
export interface SearchIndex {
  /** Adds entries bit by bit, so that the page stays quick. */
  add(entries: readonly Entry[]): Promise<void>;
  /**
   * The entries that have all words of a query, or else those that have some; the best first.
   * @param most how many; default 40
   */
  find(query: string, most?: number): readonly Hit[];
}

/** Entries added in one go: a few milliseconds of work. */
const AT_ONCE = 12;

/** What a hit counts for by where it is. */
const BOOST = { title: 7, names: 4, where: 0.6, text: 1 };

/** What an entry counts for by its kind: the place that teaches a thing goes before those that use it. */
const WEIGHT: Readonly<Record<Kind, number>> = {
  chapter: 1.7,
  section: 1.15,
  term: 1.6,
  method: 1.5,
  symbol: 1.5,
  export: 1,
  figure: 0.9,
  exercise: 0.9,
  equation: 0.6,
  cell: 0.7,
  convention: 0.9,
  notebook: 0.8,
  work: 0.9,
  correction: 0.55,
  page: 0.9,
};

/** So many of the best are looked at again, for titles and phrases. */
const LOOKED_AT = 120;

/** Makes an empty index. */
export function makeIndex(): SearchIndex {
  const entries: Entry[] = [];
  const mini = new MiniSearch<Entry & { readonly id: number }>({
    fields: ["title", "names", "where", "text"],
    tokenize: (text) => [...tokensOfText(text)],
    processTerm: (term) => term,
    searchOptions: { boost: BOOST, boostDocument: (id) => weightOf(entries[Number(id)]!) },
  });
  const search = (query: string, combineWith: "AND" | "OR") =>
    mini.search(queryOf(query, combineWith), { tokenize: (term) => [term] });

  return {
    async add(more) {
      const from = entries.length;
      entries.push(...more);
      await mini.addAllAsync(
        more.map((entry, index) => ({ ...entry, id: from + index })),
        { chunkSize: AT_ONCE },
      );
    },
    find(query, most = 40) {
      const asked = tokensOf(query);
      if (asked.length === 0) return [];
      const all = search(query, "AND");
      const results = all.length > 0 ? all : search(query, "OR");
      return results
        .slice(0, LOOKED_AT)
        .map(({ id, score, terms }) => {
          const entry = entries[Number(id)]!;
          const near = terms.filter((term) => asked.some((word) => term.startsWith(word)));
          return {
            entry,
            terms: near.length > 0 ? near : terms,
            score: score * closeness(query, entry),
          };
        })
        .sort((a, b) => b.score - a.score || rank(a.entry) - rank(b.entry))
        .slice(0, most)
        .map(({ entry, terms }) => ({ entry, terms }));
    },
  };
}

/** A text says its words as often as they are there: more counts for more. */
function* tokensOfText(text: string): Iterable<string> {
  for (const { whole, parts } of chunksOf(text)) {
    yield* whole;
    yield* parts;
  }
}

/** Each stretch of a query as a whole, with its ending or without; or else in all of its parts. */
function queryOf(text: string, combineWith: "AND" | "OR"): Query {
  const chunks = chunksOf(text);
  return { combineWith, queries: chunks.map((chunk) => ofChunk(chunk)) };
}

function ofChunk({ whole, parts }: Chunk): Query {
  const word: Query = { ...TOLERANT, combineWith: "OR", queries: [...whole] };
  if (parts.length < 2) return word;
  const inParts: Query = { ...TOLERANT, combineWith: "AND", queries: [...parts] };
  return { combineWith: "OR", queries: [word, inParts] };
}

/** The beginning of a word will do, and a slip of the fingers in a longer one. */
const TOLERANT: SearchOptions = {
  prefix: (term) => term.length > 1,
  fuzzy: (term) => (/\d/.test(term) || term.length < 5 ? false : term.length < 9 ? 1 : 2),
  weights: { prefix: 0.45, fuzzy: 0.12 },
};

/** The type of a function's options or memory goes after the function. */
function weightOf({ kind, title }: Entry): number {
  const weight = WEIGHT[kind];
  return kind === "export" && /(?:Options|State|Memory)$/.test(title) ? weight / 2 : weight;
}

/** How much more an entry counts that is called what was asked for, or says it in these very words. */
function closeness(query: string, { title, names, text }: Entry): number {
  const asked = plain(query);
  const called = plain(title.replace(/^\d+ /, ""));
  if (called === asked) return 4;
  if (names.split(" ").some((name) => isName(name, asked))) return 2;
  if (called.startsWith(`${asked} `)) return 1.7;
  const spaced = ` ${called} `;
  if (asked.includes(" ") && spaced.includes(` ${asked}`)) return 1.6;
  return asked.includes(" ") && text.toLowerCase().includes(asked) ? 2 : 1;
}

function isName(name: string, asked: string): boolean {
  return name.toLowerCase() === asked || (GREEK.test(name) && plain(name) === asked);
}

const GREEK = /^\p{Script=Greek}/u;

function plain(text: string): string {
  return chunksOf(text)
    .map(({ whole }) => whole[0])
    .join(" ");
}

function rank({ kind }: Entry): number {
  return KINDS.indexOf(kind);
}
