import { say } from "#src/language/say.ts";
import { openKeyMap } from "./key-map-dialog.ts";

/** Something to do on this page. */
export interface Command {
  readonly title: string;
  /** Other words that find it. */
  readonly words: string;
  /** The key that does it anywhere, if there is one. */
  readonly key?: string;
  run(): void;
}

/** What can be done on this page now; what it has no place for is left out. */
export function commandsOfPage(): readonly Command[] {
  return [
    pressing(
      say("Reading settings"),
      say("theme dark light system contrast text size motion"),
      "[data-reading]",
    ),
    runAll(),
    following(say("Next chapter"), "forward", "a[rel=next]"),
    following(say("Previous chapter"), "back", "a[rel=prev]"),
    pressing(
      say("Share or take away this page"),
      say("link file embed download"),
      ".chapter-head [data-share]",
    ),
    following(
      say("My work"),
      say("progress exercises save backup"),
      '.masthead a[href$="my-work/"]',
    ),
    following(say("Notebook"), say("own cells scratch"), '.masthead a[href$="notebook/"]'),
    following(
      say("Index of the book"),
      say("search page alphabet all"),
      '.masthead a[href$="/find/"]',
    ),
    { title: say("Print this page"), words: say("pdf paper"), run: () => print() },
    { title: say("Keyboard map"), words: say("keys shortcuts help"), key: "?", run: openKeyMap },
  ].filter((command) => command !== undefined);
}

/** Whether every word of a query begins a word of the command. */
export function isMeant(
  { title, words }: Pick<Command, "title" | "words">,
  query: string,
): boolean {
  const asked = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const known = `${title} ${words}`.toLowerCase().split(" ");
  return asked.length > 0 && asked.every((word) => known.some((one) => one.startsWith(word)));
}

/** Presses a button of the page. */
function pressing(title: string, words: string, selector: string): Command | undefined {
  const found = document.querySelector<HTMLButtonElement>(selector);
  return found && !found.hidden ? { title, words, run: () => found.click() } : undefined;
}

/** Follows a link of the page. */
function following(title: string, words: string, selector: string): Command | undefined {
  const found = document.querySelector<HTMLAnchorElement>(selector);
  return found ? { title, words, run: () => location.assign(found.href) } : undefined;
}

/** The button for it is in "About this cell", where the undo will be too: so that is opened. */
function runAll(): Command | undefined {
  const found = document.querySelector<HTMLButtonElement>(
    "downhill-cell[data-ready] [data-part=run-all]",
  );
  if (!found) return undefined;
  const run = () => {
    const about = found.closest("details");
    if (about) about.open = true;
    found.focus();
    found.click();
  };
  return { title: say("Run all cells"), words: say("execute code"), run };
}
