/**
 * Every equation becomes one stop of the keyboard, as the code of a page is already; the arrow keys go
 * through its symbols. What explains these and links them with code, sliders and figures is loaded
 * when the reader first reaches for one.
 */
import { say } from "#src/language/say.ts";
import { askOnce } from "#src/notebook/ask-once.ts";
import { GROUP, scrollsSideways } from "./groups.ts";
import type { StepThrough } from "./step-through.ts";

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
const REACHED = ".equation-body, .katex, pre, .widget, .control, .cell-output";

const chapter = document.querySelector<HTMLElement>("[data-notation]");

/** Without the network nothing is explained, until the reader reaches for a symbol again. */
const wake = askOnce(async () => {
  const { explainSymbols } = await import("./symbols.ts");
  return explainSymbols(chapter ?? document.body, chapter?.dataset["notation"] ?? "");
});
const withSymbols = (then: (stepThrough: StepThrough) => void) => void wake().then(then, () => {});

for (const equation of document.querySelectorAll<HTMLElement>(".equation-body")) {
  const number = equation.parentElement?.querySelector(".equation-number")?.textContent;
  equation.tabIndex = 0;
  equation.setAttribute("role", "group");
  equation.setAttribute(
    "aria-label",
    say("{equation}. Arrow keys explain its symbols", {
      equation: number ? say("Equation {number}", { number }) : say("Equation"),
    }),
  );
}

for (const reach of ["pointerover", "pointerdown", "focusin"])
  chapter?.addEventListener(
    reach,
    ({ target }) => {
      if (target instanceof Element && target.closest(REACHED)) withSymbols(() => {});
    },
    { passive: true },
  );

chapter?.addEventListener("keydown", (event) => {
  const { key, target, shiftKey } = event;
  const step = STEPS[key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!(target instanceof HTMLElement && target.matches(GROUP))) return;
  if (scrollsSideways(target) && !shiftKey) return;
  event.preventDefault();
  withSymbols((stepThrough) => stepThrough(target, step));
});
