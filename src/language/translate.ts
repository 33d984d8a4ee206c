import { type Call, callsIn } from "./calls.ts";

/** A translation: of a text, or of a text with a number in the plural forms of the language. */
export type Translated = string | Readonly<Record<string, string>>;
/** What an edition says for each English text, or for its forms. */
export type Dictionary = (english: Call["message"]) => Translated | undefined;

/** A source with its messages in another language. What is not translated stays English. */
export function translate(source: string, file: string, dictionary: Dictionary): string {
  let done = 0;
  const pieces = callsIn(source, file).map(({ from, to, message, whole }) => {
    const said = dictionary(message) ?? message;
    const text = typeof message === "string" || typeof said !== "string" ? said : { other: said };
    // A text alone needs no call.
    const [start, end] = whole ? [whole.from, whole.to] : [from, to];
    const piece = source.slice(done, start) + JSON.stringify(text);
    done = end;
    return piece;
  });
  return pieces.join("") + source.slice(done);
}

/** The key of a message in the catalogue. */
export function keyOf(message: Call["message"]): string {
  return typeof message === "string" ? message : (message["other"] ?? "");
}
