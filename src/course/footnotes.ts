import { say } from "#src/language/say.ts";

/** What Markdown says around the footnotes of a page. */
export const footnotes = {
  label: say("Footnotes"),
  /** A note that is cited again has a link back for each time. */
  backLabel: (note: number, time: number) =>
    say("Back to reference {reference}", { reference: time > 1 ? `${note}-${time}` : note }),
};
