import { say } from "#src/language/say.ts";
import type { Standing } from "#src/offline/messages.ts";
import { inWords } from "./sizes.ts";

/** What the page of all work says of the copy. */
export function copyInWords(standing: Standing | undefined): string {
  if (!standing || standing.files === 0)
    return say("Nothing of the book is kept on this device for reading offline.");
  const { files, bytes, ofFiles, ofBytes, busy, problem, earlier } = standing;
  const whole = files >= ofFiles;
  const sentences = [
    whole
      ? say("The whole book is kept on this device: {bytes}. It opens without a network.", {
          bytes: inWords(bytes),
        })
      : say("{bytes} of {ofBytes} of the book are kept on this device{part}.", {
          bytes: inWords(bytes),
          ofBytes: inWords(ofBytes),
          part: busy ? say(", and more is coming") : say(": what you have visited"),
        }),
    !whole && !busy && problem,
    earlier > 0 && say("The edition before is kept too, until its pages are closed."),
  ];
  return sentences.filter(Boolean).join(" ");
}

/** What it says of the reader's work, and of all together. */
export function storageInWords(work: number, estimate: StorageEstimate): string {
  const { usage, quota } = estimate;
  const all =
    usage === undefined
      ? ""
      : say(" In all, the browser counts {usage} for this site{part}.", {
          usage: inWords(usage),
          part: quota === undefined ? "" : say(", of up to {quota}", { quota: inWords(quota) }),
        });
  return `${work === 0 ? say("There is no work of yours here yet.") : say("Your work takes {work}.", { work: inWords(work) })}${all}`;
}
