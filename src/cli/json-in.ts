import { readFileSync } from "node:fs";

/**
 * What a file of JSON holds.
 *
 * @param path where it is
 * @param name what the reader called it, for messages
 * @throws Error when it cannot be read or is no JSON, in words
 */
export function jsonIn(path: string, name: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new Error(`there is no file ${name}, or it cannot be read.`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new Error(`${name} is no JSON, or not all of it is there.`);
  }
}
