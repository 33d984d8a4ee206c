/**
 * Every equation becomes one stop of the keyboard, from which the arrow keys go through its
 * symbols. What explains them is loaded when the reader first reaches for one.
 */
import type { StepThrough } from "./symbols.ts";

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

const chapter = document.querySelector<HTMLElement>("[data-notation]");
const equations = [...document.querySelectorAll<HTMLElement>(".equation-body")];

let explained: Promise<StepThrough> | undefined;
function wake(): Promise<StepThrough> {
  explained ??= import("./symbols.ts").then(({ explainSymbols }) =>
    explainSymbols(equations, chapter?.dataset["notation"] ?? ""),
  );
  return explained;
}

for (const equation of equations) {
  const number = equation.parentElement?.querySelector(".equation-number")?.textContent;
  equation.tabIndex = 0;
  equation.setAttribute("role", "group");
  equation.setAttribute(
    "aria-label",
    `${number ? `Equation ${number}` : "Equation"}. Arrow keys explain its symbols`,
  );
  for (const reach of ["pointerenter", "pointerdown", "focus"])
    equation.addEventListener(reach, () => void wake(), { once: true, passive: true });
  equation.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    void wake().then((stepThrough) => stepThrough(equation, step));
  });
}
