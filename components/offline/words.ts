import { say } from "#src/language/say.ts";
import { sentences } from "#src/language/sentences.ts";
import type { Standing } from "#src/offline/messages.ts";
import { inWords } from "./sizes.ts";

/** What the page of all work says of the copy. */
export function copyInWords(standing: Standing | undefined): string {
  if (!standing || standing.files === 0)
    return say("Nothing of the book is kept on this device for reading offline.");
  const { files, bytes, ofFiles, ofBytes, busy, problem, earlier } = standing;
  const whole = files >= ofFiles;
  return sentences(
    whole
      ? say("The whole book is kept on this device: {size}. It opens without a network.", {
          size: inWords(bytes),
        })
      : say("{kept} of {total} of the book are kept on this device{more}.", {
          kept: inWords(bytes),
          total: inWords(ofBytes),
          more: busy ? say(", and more is coming") : say(": what you have visited"),
        }),
    !whole && !busy && problem,
    earlier > 0 && say("The edition before is kept too, until its pages are closed."),
  );
}

/** What it says of the reader's work, and of all together. */
export function storageInWords(work: number, estimate: StorageEstimate): string {
  const { usage, quota } = estimate;
  const all =
    usage !== undefined &&
    say("In all, the browser counts {size} for this site{limit}.", {
      size: inWords(usage),
      limit: quota === undefined ? "" : say(", of up to {size}", { size: inWords(quota) }),
    });
  const own =
    work === 0
      ? say("There is no work of yours here yet.")
      : say("Your work takes {size}.", { size: inWords(work) });
  return sentences(own, all);
}
