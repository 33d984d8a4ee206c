import { say } from "#src/language/say.ts";
import { addStyle } from "./add-style.ts";
import { otherTabs } from "./other-tabs.ts";
import css from "./second-tab.css?inline";

const WORDS = say("Also open in another tab. What you write appears in both.");

let page: string | undefined;
let leave: (() => void) | undefined;
let line: HTMLElement | undefined;

/**
 * Says at the top of the page, as long as it is so, that it is open in another tab too.
 * @param of what is open: a chapter, a notebook; when it is another one than before, that is looked for
 */
export function noticeOtherTabs(of: string): void {
  // A cell alone in somebody's page keeps nothing that a second tab could change.
  if (document.documentElement.dataset["embed"] !== undefined) return;
  if (of === page || typeof BroadcastChannel === "undefined") return;
  if (page === undefined) {
    // A page that is kept to come back to holds nothing: else it would not be kept.
    window.addEventListener("pagehide", () => leave?.());
    window.addEventListener("pageshow", ({ persisted }) => persisted && enter());
  }
  page = of;
  leave?.();
  enter();
}

function enter() {
  if (page === undefined) return;
  show(0);
  leave = otherTabs({
    page,
    onChange: show,
    open: (name) => new BroadcastChannel(name),
    locks: navigator.locks as LockManager | undefined,
  });
}

function show(count: number) {
  if (line === undefined && count === 0) return;
  line ??= insert();
  const text = count === 0 ? "" : WORDS;
  if (line.textContent !== text) line.textContent = text;
}

function insert(): HTMLElement {
  addStyle(css);
  const made = document.createElement("p");
  made.className = "second-tab";
  made.setAttribute("role", "status");
  const masthead = document.querySelector(".masthead");
  if (masthead) masthead.after(made);
  else document.body.prepend(made);
  return made;
}
