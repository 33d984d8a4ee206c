import { addStyle } from "#components/shell/add-style.ts";
import { button, make } from "#components/shell/make.ts";
import { say } from "#src/language/say.ts";
import css from "./announce.css?inline";
import { stepAside, takeOver } from "./copy.ts";

const WORDS = say("A new edition of the book is ready. Reload when you like.");
const OPENING = say("The new edition is being opened.");

/** How long the worker of the edition before may take to end what it has begun, in milliseconds. */
const PATIENCE = 8000;

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
  requestAnimationFrame(() => offer(registration));
}

function offer(registration: ServiceWorkerRegistration): void {
  line?.replaceChildren(
    make("span", {}, WORDS),
    button(say("Reload"), () => reload(registration)),
    button(say("Later"), () => line?.remove()),
  );
}

/**
 * Loads the page again from the new edition. A browser lets its worker take over once the one before
 * has nothing left to do, which can take minutes; the host has the new edition at once.
 */
function reload(registration: ServiceWorkerRegistration): void {
  line?.replaceChildren(make("span", {}, OPENING));
  const again = () => location.reload();
  if (!registration.waiting) {
    again();
    return;
  }
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener("controllerchange", again);
  takeOver(registration);
  // Without the host there is nothing to load yet, and the page is not to go while it is read.
  const later = () => {
    serviceWorker.removeEventListener("controllerchange", again);
    offer(registration);
  };
  setTimeout(() => {
    stepAside(registration).then((steps) => (steps ? again() : later()), later);
  }, PATIENCE);
}
