import { boundedKey } from "./student.ts";
import type { Overrides } from "./table.ts";

/** Nobody's name begins so: files of unknown students are not taken for hand-ins of one. */
const BEGINS = "file ";

/** The key of a student who is known by a file alone, the same on every system. */
export const keyOfFile = (file: string) => boundedKey(BEGINS + file.replaceAll("\\", "/"));

/**
 * Decisions of the page, for the files of a folder. The page names a file with the folder that was
 * dropped, "class/a.json", and the command, which is given the folder, without: "a.json". A decision
 * for which that could be two files, or which could be one of two, stays as it is.
 * @param keys those of the students in the folder
 */
export function inFolder(overrides: Overrides, keys: Iterable<string>): Overrides {
  const here = new Set(keys);
  const moved = Object.keys(overrides).map((key) => {
    const within = key.startsWith(BEGINS) ? key.slice(key.indexOf("/") + 1) : key;
    const own = BEGINS + within;
    return within !== key && !here.has(key) && here.has(own) ? own : key;
  });
  const count = (wanted: string) => moved.filter((key) => key === wanted).length;
  return Object.fromEntries(
    Object.entries(overrides).map(([key, own], index) => {
      const to = moved[index] ?? key;
      return [to !== key && count(to) === 1 ? to : key, own];
    }),
  );
}
