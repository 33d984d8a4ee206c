import { button, make } from "#components/shell/make.ts";
import { say } from "#src/language/say.ts";
import { KEY_MAP, type KeyLine } from "./key-map.ts";
import { modalDialog } from "./modal-dialog.ts";
import { letSingleKeysWork, singleKeysWork } from "./single-keys.ts";

let dialog: HTMLDialogElement | undefined;

/** Opens the list of all keys. */
export function openKeyMap(): void {
  dialog ??= made();
  if (!dialog.open) dialog.showModal();
}

function made(): HTMLDialogElement {
  const made = modalDialog(say("Keyboard map"));
  const single = make("input", { type: "checkbox", checked: singleKeysWork() });
  single.addEventListener("change", () => letSingleKeysWork(single.checked));
  made.append(
    make(
      "div",
      { className: "find-head" },
      make("h2", {}, say("Keyboard map")),
      button(say("Close"), () => made.close()),
    ),
    make(
      "div",
      { className: "key-areas", tabIndex: 0, role: "group", ariaLabel: say("All keys") },
      ...KEY_MAP.map(({ area, keys }) =>
        make("section", {}, make("h3", {}, area), make("dl", {}, ...keys.map(line))),
      ),
    ),
    make(
      "label",
      { className: "key-single" },
      single,
      " ",
      say("The keys / and ? work by themselves"),
    ),
  );
  return made;
}

function line({ press, does }: KeyLine): HTMLElement {
  const ways = press.flatMap((way, index) => [...(index > 0 ? [" or "] : []), ...drawn(way)]);
  return make("div", {}, make("dt", {}, ...ways), make("dd", {}, does));
}

/** "Ctrl+K" as two keys, "Esc then Tab" as one after the other. */
function drawn(way: string): readonly (Node | string)[] {
  return way
    .split(" then ")
    .flatMap((chord, index) => [
      ...(index > 0 ? [" then "] : []),
      ...chord.split("+").flatMap((key, at) => [...(at > 0 ? ["+"] : []), make("kbd", {}, key)]),
    ]);
}
