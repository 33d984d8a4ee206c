import type { Standing } from "#src/offline/messages.ts";
import { inWords } from "./sizes.ts";

/** What the page of all work says of the copy. */
export function copyInWords(standing: Standing | undefined): string {
  if (!standing || standing.files === 0)
    return "Nothing of the book is kept on this device for reading offline.";
  const { files, bytes, ofFiles, ofBytes, busy, problem, earlier } = standing;
  const whole = files >= ofFiles;
  const sentences = [
    whole
      ? `The whole book is kept on this device: ${inWords(bytes)}. It opens without a network.`
      : `${inWords(bytes)} of ${inWords(ofBytes)} of the book are kept on this device${busy ? ", and more is coming" : ": what you have visited"}.`,
    !whole && !busy && problem,
    earlier > 0 && "The edition before is kept too, until its pages are closed.",
  ];
  return sentences.filter(Boolean).join(" ");
}

/** What it says of the reader's work, and of all together. */
export function storageInWords(work: number, estimate: StorageEstimate): string {
  const { usage, quota } = estimate;
  const all =
    usage === undefined
      ? ""
      : ` In all, the browser counts ${inWords(usage)} for this site${quota === undefined ? "" : `, of up to ${inWords(quota)}`}.`;
  return `${work === 0 ? "There is no work of yours here yet." : `Your work takes ${inWords(work)}.`}${all}`;
}
