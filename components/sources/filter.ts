/** What the reader has chosen; an empty string leaves it open. */
export interface Choice {
  readonly source: string;
  readonly chapter: string;
  readonly words: string;
}

/** An entry of the page as the filter sees it. */
export interface Entry {
  readonly source: string;
  /** Ids of the chapters that treat it. */
  readonly chapters: readonly string[];
  readonly text: string;
}

/** Whether an entry is of the chosen source and chapter and has every word, in any order and case. */
export function matches({ source, chapters, text }: Entry, choice: Choice): boolean {
  if (choice.source && choice.source !== source) return false;
  if (choice.chapter && !chapters.includes(choice.chapter)) return false;
  const here = plain(text);
  return plain(choice.words)
    .split(/\s+/)
    .every((word) => here.includes(word));
}

/** The choice that an address asks for, such as "?source=post&chapter=adam&words=moment". */
export function choiceOf(search: string): Choice {
  const asked = new URLSearchParams(search);
  const of = (name: keyof Choice) => asked.get(name) ?? "";
  return { source: of("source"), chapter: of("chapter"), words: of("words") };
}

/** The end of the address that asks for a choice; nothing if all is left open. */
export function searchOf(choice: Choice): string {
  const asked = Object.entries(choice)
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([, value]) => value !== "");
  return asked.length === 0 ? "" : `?${new URLSearchParams(asked.map(([...pair]) => pair))}`;
}

/** Without capitals and accents, so that Levy finds Lévy. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
