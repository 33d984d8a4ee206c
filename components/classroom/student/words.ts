import type { Assignment } from "#src/classroom/assignment.ts";
import { farOff, momentInWords } from "#src/classroom/due.ts";

/** When an assignment is due by the student's own clock, and what is left. */
export function dueInWords({ due }: Assignment, now: number, zone?: string): string {
  if (due === undefined) return "There is no due time.";
  const at = momentInWords(due, zone);
  return Date.parse(due) >= now
    ? `Due ${at}, ${farOff(due, now)}.`
    : `It was due ${at}, ${farOff(due, now)}. You can still hand in; your teacher sees that it is late.`;
}

/**
 * What was handed in, and when.
 * @param times in milliseconds since 1970, at least one, the latest last
 * @param file the name of the file that was saved just now
 */
export function handedInWords(
  { due }: Assignment,
  times: readonly number[],
  file?: string,
  zone?: string,
): string {
  const last = times.at(-1) ?? 0;
  const late = due !== undefined && last > Date.parse(due);
  return [
    `Handed in on ${momentInWords(last, zone)}${late ? ", after the due time" : ""}.`,
    ...(file === undefined ? [] : [`The file is ${file}, where your browser saves files.`]),
    ...(times.length > 1 ? [`That was time ${times.length}; the last one counts.`] : []),
  ].join(" ");
}
