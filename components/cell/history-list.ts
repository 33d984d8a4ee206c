import { diffLines } from "#components/editor/diff-lines.ts";
import { type Change, changeOf } from "#components/editor/diff-rows.ts";
import { addStyle } from "#components/shell/add-style.ts";
import { make } from "#components/shell/make.ts";
import { say, sayCount } from "#src/language/say.ts";
import type { RunEnd, Version } from "#src/notebook/history.ts";
import { type DiffLine, lineDiff } from "#src/notebook/line-diff.ts";
import { ago, exactly } from "./ago.ts";
import css from "./history-list.css?inline";

/** So many versions are listed before the reader asks for all. */
const FIRST = 8;
/** How often the times are said anew, in milliseconds. */
const TICK = 30_000;

export interface HistoryListOptions {
  readonly panel: HTMLElement;
  /** The versions to choose from, newest first. */
  readonly versions: () => readonly Version[];
  /** The text that they are compared with. */
  readonly present: () => string;
  readonly onRestore: (text: string) => void;
  readonly onForget: () => void;
  readonly onClose: () => void;
}

export interface HistoryList {
  /** Lists and compares anew; what is open stays open, and the keyboard stays where it is. */
  update(): void;
  close(): void;
}

/** The list of earlier versions in a panel, one of which can be looked at and brought back. */
export function historyList(options: HistoryListOptions): HistoryList {
  const { panel, versions, present, onRestore, onForget, onClose } = options;
  addStyle(css);
  /** The text of the version that is looked at. */
  let chosen: string | undefined;
  let all = false;
  let asking = false;
  /** What the panel shows, so that a button under the pointer is not made anew for nothing. */
  let drawn: string | undefined;

  function update() {
    const shows = JSON.stringify([versions(), present(), chosen, all, asking]);
    if (shows === drawn) return;
    drawn = shows;
    const key = (document.activeElement as HTMLElement | null)?.dataset["key"];
    const held = panel.contains(document.activeElement) ? key : undefined;
    const found = versions();
    const listed = all ? found : found.slice(0, FIRST);
    panel.replaceChildren(
      make("ol", { className: "history-list" }, ...listed.map(item)),
      make(
        "div",
        { className: "history-foot" },
        ...(listed.length < found.length ? [showAll(found.length)] : []),
        ...(asking ? question(found.length) : [forget()]),
      ),
    );
    if (held !== undefined) focus(held);
  }

  function item(version: Version): HTMLElement {
    const diff = lineDiff(present(), version.text);
    const open = version.text === chosen;
    const row = keyed(
      `row ${version.text}`,
      () => {
        chosen = open ? undefined : version.text;
        update();
      },
      time(version),
      ranInWords(version),
      ...summary(changeOf(diff)),
    );
    row.className = "history-row";
    row.setAttribute("aria-expanded", String(open));
    return make("li", {}, row, ...(open ? [preview(version, diff)] : []));
  }

  function preview({ text }: Version, diff: readonly DiffLine[]): HTMLElement {
    const lines = diffLines(
      diff,
      { label: say("What would change"), ours: say("goes:"), theirs: say("comes back:") },
      "history-diff",
    );
    lines.dataset["key"] = "diff";
    const restore = keyed("restore", () => onRestore(text), say("Restore this version"));
    return make(
      "div",
      { className: "history-preview" },
      lines,
      make(
        "p",
        { className: "history-choice" },
        restore,
        make("span", { textContent: say("+ comes back, − goes; your present text is kept too.") }),
      ),
    );
  }

  function showAll(count: number): HTMLElement {
    const show = () => {
      all = true;
      const next = versions()[FIRST];
      update();
      if (next) focus(`row ${next.text}`);
    };
    return keyed("all", show, say("Show all {number}", { number: count }));
  }

  function forget(): HTMLElement {
    const ask = () => {
      asking = true;
      update();
      focus("keep");
    };
    return keyed("forget", ask, say("Forget earlier versions"));
  }

  function question(count: number): readonly HTMLElement[] {
    const words = sayCount(
      {
        one: "Forget the earlier version? Your present text stays; they cannot be brought back.",
        other:
          "Forget all {count} earlier versions? Your present text stays; they cannot be brought back.",
      },
      count,
    );
    return [
      make("p", { textContent: words }),
      keyed("keep", keep, sayCount({ one: "Keep it", other: "Keep them" }, count)),
      keyed("forget-all", onForget, sayCount({ one: "Forget it", other: "Forget them" }, count)),
    ];
  }

  function keep() {
    asking = false;
    update();
    focus("forget");
  }

  function focus(key: string) {
    for (const element of panel.querySelectorAll<HTMLElement>("[data-key]"))
      if (element.dataset["key"] === key) element.focus();
  }

  function leave(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (asking) keep();
    else onClose();
  }

  function tick() {
    for (const element of panel.querySelectorAll("time"))
      element.textContent = ago(Date.parse(element.dateTime), Date.now());
  }

  const ticking = setInterval(tick, TICK);
  panel.addEventListener("keydown", leave);
  update();
  return {
    update,
    close() {
      clearInterval(ticking);
      panel.removeEventListener("keydown", leave);
      panel.replaceChildren();
    },
  };
}

function time({ at }: Version): HTMLElement {
  if (at === undefined) return make("span", { textContent: say("earlier visit") });
  return make("time", {
    dateTime: new Date(at).toISOString(),
    title: exactly(at),
    textContent: ago(at, Date.now()),
  });
}

const RAN: Readonly<Record<RunEnd | "not run", string>> = {
  ran: say("ran"),
  error: say("error"),
  stopped: say("stopped"),
  "not run": say("not run"),
};

function ranInWords({ run = "not run" }: { readonly run?: RunEnd | "not run" }): HTMLElement {
  const words = make("span", { className: "history-run", textContent: RAN[run] });
  words.dataset["run"] = run;
  return words;
}

function summary({ added, removed, first }: Change): readonly HTMLElement[] {
  const text = first && make("code", { textContent: first.text.trim() });
  if (text && first.in === "ours") text.dataset["in"] = "ours";
  const counts = make("span", { className: "history-counts" });
  for (const [sign, count, words] of [
    ["+", added, back(added)],
    ["−", removed, gone(removed)],
  ] as const) {
    if (count === 0) continue;
    const shown = make("span", { textContent: `${sign}${count}` });
    shown.setAttribute("aria-hidden", "true");
    counts.append(shown, make("span", { className: "visually-hidden", textContent: ` ${words} ` }));
  }
  return text ? [text, counts] : [counts];
}

const back = (lines: number) =>
  sayCount({ one: "{count} line comes back", other: "{count} lines come back" }, lines);
const gone = (lines: number) =>
  sayCount({ one: "{count} line goes", other: "{count} lines go" }, lines);

function keyed(key: string, onClick: () => void, ...content: (Node | string)[]): HTMLElement {
  const made = make("button", { type: "button" }, ...content);
  made.dataset["key"] = key;
  made.addEventListener("click", onClick);
  return made;
}
