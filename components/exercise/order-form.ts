import { gradeOrder } from "#src/grading/order.ts";
import { say } from "#src/language/say.ts";
import type { AnswerForm } from "./answer-form.ts";

/** A list of steps with a button up and a button down at each. */
export function orderForm(form: HTMLFormElement, count: number): AnswerForm {
  const list = form.querySelector<HTMLOListElement>("[data-part=steps]");
  const items = () => [...(list?.children ?? [])] as HTMLElement[];
  const order = () => items().map((item) => Number(item.dataset["step"]));

  list?.addEventListener("click", (event) => {
    const button =
      event.target instanceof Element
        ? event.target.closest<HTMLButtonElement>("[data-move]")
        : null;
    const item = button?.closest<HTMLElement>("li");
    if (!button || !item) return;
    if (button.dataset["move"] === "-1") item.previousElementSibling?.before(item);
    else item.nextElementSibling?.after(item);
    // Moving an element takes the focus away from it, and at either end its button is hidden.
    const atEnd =
      button.dataset["move"] === "-1" ? !item.previousElementSibling : !item.nextElementSibling;
    const other = [...item.querySelectorAll<HTMLButtonElement>("[data-move]")].find(
      (one) => one !== button,
    );
    (atEnd ? other : button)?.focus();
    const place = form.querySelector("[data-part=place]");
    if (place)
      place.textContent = say("Now step {step} of {steps}.", {
        step: items().indexOf(item) + 1,
        steps: count,
      });
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });

  return {
    read: order,
    write(answer) {
      if (!Array.isArray(answer) || !list) return;
      const kept: readonly unknown[] = answer;
      if (kept.length !== count || new Set(kept).size !== count) return;
      const byStep = new Map(items().map((item) => [Number(item.dataset["step"]), item]));
      const sorted = kept.map((step) => byStep.get(Number(step)));
      if (sorted.every((item) => item !== undefined)) list.append(...sorted);
    },
    grade: () => gradeOrder(count, order()),
    mark(parts) {
      for (const item of items()) {
        const wrong = parts?.some(({ index }) => index === Number(item.dataset["step"])) ?? false;
        item.toggleAttribute("data-wrong", wrong);
      }
    },
  };
}
