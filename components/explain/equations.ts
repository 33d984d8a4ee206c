/**
 * Every equation becomes one stop of the keyboard, from which the arrow keys go through its
 * symbols. What explains them is loaded when the reader first reaches for one.
 */
import { askOnce } from "#src/notebook/ask-once.ts";
import type { StepThrough } from "./symbols.ts";

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

const chapter = document.querySelector<HTMLElement>("[data-notation]");
const equations = [...document.querySelectorAll<HTMLElement>(".equation-body")];

/** Without the network nothing is explained, until the reader reaches for a symbol again. */
const wake = askOnce(async () => {
  const { explainSymbols } = await import("./symbols.ts");
  return explainSymbols(equations, chapter?.dataset["notation"] ?? "");
});
const withSymbols = (then: (stepThrough: StepThrough) => void) => void wake().then(then, () => {});

for (const equation of equations) {
  const number = equation.parentElement?.querySelector(".equation-number")?.textContent;
  equation.tabIndex = 0;
  equation.setAttribute("role", "group");
  equation.setAttribute(
    "aria-label",
    `${number ? `Equation ${number}` : "Equation"}. Arrow keys explain its symbols`,
  );
  for (const reach of ["pointerenter", "pointerdown", "focus"])
    equation.addEventListener(reach, () => withSymbols(() => {}), { passive: true });
  equation.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    withSymbols((stepThrough) => stepThrough(equation, step));
  });
}
