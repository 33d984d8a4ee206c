import { button, make } from "#components/shell/make.ts";
import { sitePath } from "#src/course/site-path.ts";
import { say } from "#src/language/say.ts";
import { finderNow, loadFinder, whenMoreIsFound } from "./finder.ts";
import { createListBox, type RowGroup } from "./list-box.ts";
import { modalDialog } from "./modal-dialog.ts";
import { groupsFor } from "./rows.ts";
import { foundInWords } from "./words.ts";

/** So long after the last key the number of results is said. */
const SAY_AFTER = 400;

let open: ((typed: string) => void) | undefined;

/**
 * Opens the palette, which finds and does; where it is open, the text box gets the keyboard.
 * @param typed what to look for at once; default: what was looked for last
 */
export function openPalette(typed = ""): void {
  open ??= made();
  open(typed);
}

function made(): (typed: string) => void {
  const input = make("input", {
    type: "text",
    className: "find-box",
    placeholder: say("Words, symbols, names in code, things to do"),
    autocomplete: "off",
    spellcheck: false,
    enterKeyHint: "go",
    role: "combobox",
    ariaLabel: say("Find in the book"),
    ariaExpanded: "true",
    ariaAutoComplete: "list",
  });
  input.setAttribute("autocapitalize", "off");
  const list = createListBox(input, "find-list");
  input.setAttribute("aria-controls", list.element.id);
  const status = make("p", { className: "find-status", role: "status" });
  const asPage = make("a", { href: sitePath("find/") }, say("As a page"));
  const dialog = modalDialog(say("Find"));
  dialog.append(
    make(
      "div",
      { className: "find-head" },
      input,
      button(say("Close"), () => dialog.close()),
    ),
    list.element,
    make("div", { className: "find-foot" }, status, asPage),
  );

  let problem = "";
  let saying: ReturnType<typeof setTimeout> | undefined;
  const show = (grows = false) => {
    const query = input.value.trim();
    list.element.toggleAttribute("data-unasked", query === "");
    const groups = groupsFor(query, () => dialog.close());
    const count = grows ? list.grow(groups) : list.show(groups);
    asPage.search = query === "" ? "" : `?q=${encodeURIComponent(query)}`;
    clearTimeout(saying);
    const words = problem || foundInWords(query, count, finderNow()?.whole, hasMore(groups));
    saying = setTimeout(() => {
      status.textContent = words;
    }, SAY_AFTER);
  };
  const load = () => {
    problem = "";
    loadFinder().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      problem = say(
        "The index did not come: {reason}. Look at the connection, then close this and open it again.",
        { reason },
      );
      show();
    });
  };

  whenMoreIsFound(() => dialog.open && show(true));
  input.addEventListener("input", () => show());
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") list.follow();
    else if (!list.moveBy(event.key)) return;
    event.preventDefault();
  });
  // A place on this page is gone to once the page under the dialog can be seen.
  list.element.addEventListener("click", ({ target, ctrlKey, metaKey, shiftKey }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    if (link && !ctrlKey && !metaKey && !shiftKey) dialog.close();
  });

  return (typed) => {
    if (!dialog.open) dialog.showModal();
    if (typed === "") input.select();
    else input.value = typed;
    show();
    load();
  };
}

function hasMore(groups: readonly RowGroup[]): boolean {
  return groups.some(({ more }) => more);
}
