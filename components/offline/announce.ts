import { addStyle } from "#components/shell/add-style.ts";
import { button, make } from "#components/shell/make.ts";
import { say } from "#src/language/say.ts";
import css from "./announce.css?inline";
import { takeOver } from "./copy.ts";

const WORDS = say("A new edition of the book is ready. Reload when you like.");

let line: HTMLElement | undefined;

/**
 * Says that there is a new edition, quietly and once; the reader chooses when to load it. Nothing
 * that was written is lost by that: a page saves what is on it when it is left, and the browser asks
 * first where something could not be saved.
 */
export function announce(registration: ServiceWorkerRegistration): void {
  if (line) return;
  addStyle(css);
  line = make("div", { className: "new-book" });
  line.setAttribute("role", "status");
  document.body.append(line);
  // Words that come into a region that is there are read aloud; a region that comes with them may not be.
  requestAnimationFrame(() =>
    line?.append(
      make("span", {}, WORDS),
      button(say("Reload"), () => reload(registration)),
      button(say("Later"), () => line?.remove()),
    ),
  );
}

function reload(registration: ServiceWorkerRegistration): void {
  const again = () => location.reload();
  if (registration.waiting) {
    navigator.serviceWorker.addEventListener("controllerchange", again, { once: true });
    takeOver(registration);
  } else again();
}
