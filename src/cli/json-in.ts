import { readFileSync } from "node:fs";

/**
 * What a file of JSON holds.
 *
 * @param path where it is
 * @param name what the reader called it, for messages
 * @throws Error when it cannot be read or is no JSON, in words
 */
export function jsonIn(path: string, name: string): unknown {
  const text = textIn(path, name);
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${name} is no JSON, or not all of it is there.`);
  }
}

/** The text of a file, without the mark of its encoding. @throws Error when it cannot be read, in words */
export function textIn(path: string, name: string): string {
  try {
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch {
    throw new Error(`there is no file ${name}, or it cannot be read.`);
  }
}
