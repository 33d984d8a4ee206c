import { say } from "#src/language/say.ts";
import type { Notebook, NotebookPart } from "./document.ts";
import { isRecord } from "./output-check.ts";

/** The most pieces of a notebook, and the most characters of its title and of one piece. */
const NOTEBOOK_LIMITS = { parts: 500, title: 200, text: 200_000 } as const;

/** A name that can stand in an address, an id of the page and a key of the storage. */
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** What a drawn name begins with. */
const NAMES = { code: "cell", prose: "text", notebook: "my" } as const;
/** Longer names are no names. */
const LONGEST_ID = 60;

/**
 * A notebook from data of any origin: what is not of a notebook is left out, a piece without a
 * usable id of its own is given one. Where that would lose something, the problem in words.
 */
export function readNotebook(
  data: unknown,
): { readonly notebook: Notebook } | { readonly problem: string } {
  if (!isRecord(data) || typeof data["title"] !== "string" || !Array.isArray(data["parts"]))
    return { problem: say("It is no notebook: a notebook has a title and a list of pieces.") };
  const { title, parts: given } = data;
  if (given.length > NOTEBOOK_LIMITS.parts)
    return {
      problem: say("It has {pieces} pieces; a notebook has at most {most}. Split it in two.", {
        pieces: given.length,
        most: NOTEBOOK_LIMITS.parts,
      }),
    };
  const parts: NotebookPart[] = [];
  for (const [i, one] of given.entries()) {
    const read = readPart(one);
    if ("problem" in read)
      return {
        problem: say("Piece {number}: {problem}", { number: i + 1, problem: read.problem }),
      };
    const taken = parts.some(({ id }) => id === read.part.id);
    parts.push(taken ? { ...read.part, id: freeId(read.part.kind, parts) } : read.part);
  }
  return { notebook: { title: String(title).slice(0, NOTEBOOK_LIMITS.title), parts } };
}

/** One piece of a notebook, or why it is none. An id that is none is replaced. */
export function readPart(
  data: unknown,
): { readonly part: NotebookPart } | { readonly problem: string } {
  if (!isRecord(data)) return { problem: say("it is neither text nor a cell.") };
  const { kind, text, folded, title } = data;
  if (kind !== "prose" && kind !== "code")
    return {
      problem: say("it is of the kind “{kind}”; known are prose and code.", {
        kind: String(kind).slice(0, 40),
      }),
    };
  if (typeof text !== "string") return { problem: say("it has no text.") };
  if (text.length > NOTEBOOK_LIMITS.text)
    return {
      problem: say("it is {length} characters long; a piece has at most {most}.", {
        length: text.length,
        most: NOTEBOOK_LIMITS.text,
      }),
    };
  const fold = folded === true ? { folded } : {};
  const id = isId(data["id"]) ? data["id"] : freeId(kind, []);
  if (kind === "prose") return { part: { kind, id, text, ...fold } };
  const named =
    typeof title === "string" && title.trim() !== ""
      ? { title: title.slice(0, NOTEBOOK_LIMITS.title) }
      : {};
  return { part: { kind, id, text, ...named, ...fold } };
}

/**
 * A name that no piece has yet, such as `cell-k3f`. It is drawn, not counted: two tabs that add a
 * cell each, and cannot read each other's, choose different names.
 */
export function freeId(
  kind: NotebookPart["kind"] | "notebook",
  taken: readonly { readonly id: string }[],
): string {
  const letters = "bcdfghjkmnpqrstvwxz23456789";
  for (;;) {
    const drawn = Array.from(
      { length: 4 },
      () => letters[Math.floor(Math.random() * letters.length)],
    );
    const id = `${NAMES[kind]}-${drawn.join("")}`;
    if (!taken.some((one) => one.id === id)) return id;
  }
}

/** Whether a name can be that of a notebook or of a piece of one. */
function isId(id: unknown): id is string {
  return typeof id === "string" && id.length <= LONGEST_ID && ID.test(id);
}
