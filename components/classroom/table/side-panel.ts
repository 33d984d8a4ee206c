import { say } from "#src/language/say.ts";
import { button, make } from "./make.ts";

/** A panel at the side of the page, over it while it is open. */
export interface Panel {
  readonly element: HTMLDialogElement;
  show(title: string, content: readonly Node[]): void;
  close(): void;
}

/** Makes the panel, which is closed at first; Escape closes it, and the focus goes back. */
export function openPanel(): Panel {
  const heading = make("h2", { id: "class-panel-title", tabindex: -1 });
  const body = make("div");
  const element = make("dialog", {
    class: "class-panel",
    "aria-labelledby": "class-panel-title",
  });
  element.append(
    make(
      "div",
      { class: "class-panel-head" },
      heading,
      button(say("Close"), () => element.close()),
    ),
    body,
  );
  return {
    element,
    show(title, content) {
      heading.textContent = title;
      body.replaceChildren(...content);
      if (!element.open) element.showModal();
      element.scrollTop = 0;
      heading.focus();
    },
    close: () => element.close(),
  };
}
