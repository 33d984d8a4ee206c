import type { Assignment } from "#src/classroom/assignment.ts";
import { farOff, momentInWords } from "#src/classroom/due.ts";
import { say } from "#src/language/say.ts";

/** When an assignment is due by the student's own clock, and what is left. */
export function dueInWords({ due }: Assignment, now: number, zone?: string): string {
  if (due === undefined) return say("There is no due time.");
  const at = momentInWords(due, zone);
  return Date.parse(due) >= now
    ? say("Due {time}, {remaining}.", { time: at, remaining: farOff(due, now) })
    : say(
        "It was due {time}, {elapsed}. You can still hand in; your teacher sees that it is late.",
        {
          time: at,
          elapsed: farOff(due, now),
        },
      );
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
    say("Handed in on {time}{late}.", {
      time: momentInWords(last, zone),
      late: late ? say(", after the due time") : "",
    }),
    ...(file === undefined
      ? []
      : [say("The file is {file}, where your browser saves files.", { file })]),
    ...(times.length > 1
      ? [say("That was time {number}; the last one counts.", { number: times.length })]
      : []),
  ].join(" ");
}
