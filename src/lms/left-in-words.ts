import { LOCALE } from "#src/language/edition.ts";
import { say, sayCount } from "#src/language/say.ts";
import type { LmsPackage } from "./lms-package.ts";
import type { LeftOut } from "./resume-state.ts";

/** What the LMS has no room for, for the learner; nothing when there was room for all. */
export function leftInWords(
  { answers, cells, earlier }: LeftOut,
  { exercises }: Pick<LmsPackage, "exercises">,
  most: number,
): string {
  const titles = answers.map((id) => `“${exercises.find((one) => one.id === id)?.title ?? id}”`);
  const parts = [
    ...(titles.length > 0
      ? [
          sayCount(
            { one: "the answer to {titles}", other: "the answers to {titles}" },
            titles.length,
            {
              titles: titles.join(", "),
            },
          ),
        ]
      : []),
    ...(cells.length > 0
      ? [sayCount({ one: "{count} changed cell", other: "{count} changed cells" }, cells.length)]
      : []),
    ...(earlier.length > 0
      ? [
          sayCount(
            {
              one: "earlier answers to {count} exercise",
              other: "earlier answers to {count} exercises",
            },
            earlier.length,
          ),
        ]
      : []),
  ];
  return parts.length === 0
    ? ""
    : say("The LMS keeps {limit} characters, so this stays in this browser only: {parts}.", {
        limit: most.toLocaleString(LOCALE),
        parts: parts.join("; "),
      });
}

/** What could not be read of a state, for the learner; nothing when all could. */
export function damageInWords(damaged: number): string {
  if (damaged === 0) return "";
  return sayCount(
    {
      one: "One part of what the LMS has kept was damaged and could not be read. The rest is here.",
      other:
        "{count} parts of what the LMS has kept were damaged and could not be read. The rest is here.",
    },
    damaged,
  );
}
