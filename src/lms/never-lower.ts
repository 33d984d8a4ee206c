/** What an LMS says of work, from the least. */
const RANKS = [
  "not attempted",
  "unknown",
  "browsed",
  "incomplete",
  "failed",
  "completed",
  "passed",
] as const;

/**
 * Whether a value says less than what the LMS has: a score or a status that an earlier visit earned.
 * It can only come of a state that was damaged or cut off, and takes nothing back.
 *
 * @param get the LMS's value of an element
 */
export function lower(element: string, value: string, get: (element: string) => string): boolean {
  if (/score\.(raw|scaled)$/.test(element)) {
    const has = get(element);
    return has !== "" && Number(has) > Number(value);
  }
  if (/status$/.test(element)) return rank(get(element)) > rank(value);
  return false;
}

const rank = (status: string) => (RANKS as readonly string[]).indexOf(status);
