import { say } from "#src/language/say.ts";
import type { Flag } from "./flag.ts";

/** Most bytes of a file that is read: many times the largest honest one. */
export const LARGEST_FILE = 8 * 1024 * 1024;

const PICTURE = say(
  "This is a picture, not a submission. Ask the student for the file that “Hand in” saved.",
);
const WORD = say(
  "This is a document of a word processor, not a submission. Ask the student for the file that “Hand in” saved.",
);
const WEB_PAGE = say(
  "This is a web page, not a submission. Ask the student for the file that “Hand in” saved.",
);

/** How some files of other kinds begin, and what is said of them. */
const KINDS: readonly (readonly [begins: string, words: string])[] = [
  [
    "%PDF",
    say("This is a PDF, not a submission. Ask the student for the file that “Hand in” saved."),
  ],
  [
    "PK\u0003\u0004",
    say(
      "This is a ZIP archive or a document of a word processor, not a submission. Ask the student for the file that “Hand in” saved.",
    ),
  ],
  ["\u0089PNG", PICTURE],
  ["\u00ff\u00d8\u00ff", PICTURE],
  ["GIF8", PICTURE],
  [
    "\u001f\u008b",
    say(
      "This is a compressed file, not a submission. Ask the student for the file that “Hand in” saved.",
    ),
  ],
  ["\u00d0\u00cf\u0011\u00e0", WORD],
  ["<!DOCTYPE", WEB_PAGE],
  ["<html", WEB_PAGE],
];

/** Text, with what had to be done to read it; or why there is none. */
export type Decoded =
  | { readonly kind: "text"; readonly text: string; readonly flags: readonly Flag[] }
  | { readonly kind: "none"; readonly flag: Flag };

/**
 * The bytes of a file as text. Files that were saved again by an editor come in other encodings:
 * UTF-16 and Latin-1 are read too, and said.
 */
export function decode(bytes: Uint8Array): Decoded {
  const large = tooLarge(bytes.length);
  if (large) return { kind: "none", flag: large };
  if (bytes.every((byte) => byte <= 32))
    return none("empty", say("The file is empty. Ask the student to hand in again."));
  const begins = String.fromCharCode(...bytes.subarray(0, 9));
  const kind = KINDS.find(([mark]) => begins.toLowerCase().startsWith(mark.toLowerCase()));
  if (kind) return none("not-a-submission", kind[1]);
  const wide = wideEncoding(bytes);
  if (wide)
    return text(new TextDecoder(wide).decode(bytes), [
      {
        kind: "encoding",
        words: say(
          "The file was saved again by another program: it was in UTF-16, as some editors save it, and was read as that.",
        ),
      },
    ]);
  try {
    return text(new TextDecoder("utf-8", { fatal: true }).decode(bytes), []);
  } catch {
    return text(new TextDecoder("windows-1252").decode(bytes), [
      {
        kind: "encoding",
        words: say(
          "The file was saved again by another program: it was in an old encoding (Latin-1) and was read as that; letters with accents may be wrong.",
        ),
      },
    ]);
  }
}

/** What is wrong with a file of so many bytes, which need not be read for it; nothing when it may be. */
export function tooLarge(size: number): Flag | undefined {
  if (size <= LARGEST_FILE) return undefined;
  const [has, most] = [size, LARGEST_FILE].map((bytes) => Math.round(bytes / 1024 / 1024));
  return {
    kind: "too-large",
    words: say(
      "The file has {has} MB, and a submission has at most {most}. It was not read. Ask the student to hand in again.",
      { has, most },
    ),
  };
}

/** UTF-16 by its mark, or by the zeros in every other byte of a text that begins with plain letters. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const [first, second, third, fourth] = bytes;
  if ((first === 0xff && second === 0xfe) || (second === 0 && fourth === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && third === 0)) return "utf-16be";
  return undefined;
}

const text = (content: string, flags: readonly Flag[]): Decoded => ({
  kind: "text",
  text: content,
  flags,
});

const none = (kind: Flag["kind"], words: string): Decoded => ({
  kind: "none",
  flag: { kind, words },
});
