import { type PrintChoice, printPage, usual } from "#components/print/for-paper.ts";
import { button, make } from "#components/shell/make.ts";
import { say } from "#src/language/say.ts";
import { section } from "./section.ts";

const CHOICES: readonly (readonly [name: keyof PrintChoice, words: string])[] = [
  ["hints", say("Hints")],
  ["solutions", say("Solutions")],
  ["codes", say("A link code for each figure")],
];

/**
 * The section that prints the page, or saves it as PDF.
 * @param close puts the dialog away, which would stand on the paper
 */
export function printSection(close: () => void): HTMLElement {
  const boxes = CHOICES.map(([name, words]) => {
    const box = make("input", { type: "checkbox", name, checked: usual[name] });
    return { name, box, label: make("label", {}, box, ` ${words}`) };
  });
  const chosen = (wanted: keyof PrintChoice) =>
    boxes.some(({ name, box }) => name === wanted && box.checked);
  const go = () => {
    close();
    printPage({
      hints: chosen("hints"),
      solutions: chosen("solutions"),
      codes: chosen("codes"),
    });
  };
  return section(
    say("On paper"),
    make("p", {}, say("This page with what its cells show, to print or to save as PDF.")),
    make("p", { className: "share-print" }, ...boxes.map(({ label }) => label)),
    button(say("Print"), go),
  );
}
