import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { KEY_MAP } from "#components/find/key-map.ts";

const root = resolve(import.meta.dirname, "../../..");
const read = (path: string) => readFileSync(`${root}/${path}`, "utf8");

/**
 * Where each line of the map is true: a file, and what in it does so. Keys that the browser gives a
 * button or a slider are proven by the element that is one.
 */
const HANDLED: Readonly<Record<string, readonly (readonly [file: string, ...texts: string[]])[]>> =
  {
    "Every page: find anything, or do it": [
      ["components/find/opening-key.ts", 'key === "/"', '=== "k"'],
      ["components/find/start.ts", 'addEventListener("keydown"'],
    ],
    "Every page: this map": [["components/find/opening-key.ts", 'key === "?"']],
    "Every page: closes what lies over the page": [
      ["components/explain/card.ts", '"Escape"'],
      ["components/cell/history-list.ts", '"Escape"'],
      ["components/find/modal-dialog.ts", 'make("dialog"'],
    ],
    "While finding: the result before or after": [
      ["components/find/list-box.ts", '"ArrowDown"', '"ArrowUp"'],
    ],
    "While finding: the first result, the last": [
      ["components/find/list-box.ts", '"Home"', '"End"'],
    ],
    "While finding: eight results on": [
      ["components/find/list-box.ts", '"PageDown"', '"PageUp"', "PAGE = 8"],
    ],
    "While finding: goes there, or does it": [
      ["components/find/palette.ts", '=== "Enter") list.follow()'],
    ],
    "Cells and code: begins to edit": [
      ["components/editor/code-area.ts", '!== "Enter"', "start(0)"],
    ],
    "Cells and code: runs the cell, or checks the answer": [
      ["components/editor/editor.ts", '"Mod-Enter", run', '"Ctrl-Enter", run'],
      ["components/editor/code-area.ts", "event.ctrlKey || event.metaKey) onRun()"],
    ],
    "Cells and code: indents": [["components/editor/editor.ts", "indentWithTab,"]],
    "Cells and code: leaves the editor": [
      ["components/editor/editor.ts", '"Escape", run: leaveByTab', "setTabFocusMode"],
    ],
    "Cells and code: lists what can be typed here": [
      ["components/editor/editor.ts", "...completionKeymap"],
      ["node_modules/@codemirror/autocomplete/dist/index.js", '"Ctrl-Space"'],
    ],
    "Cells and code: finds and replaces within the code": [
      ["components/editor/editor.ts", "...searchKeymap"],
      ["node_modules/@codemirror/search/dist/index.js", '"Mod-f"'],
    ],
    "Exercises: checks the answer": [
      ["components/exercise/exercise-html.ts", "<form"],
      ["components/exercise/maths-entry.ts", '"Enter") form.requestSubmit()'],
    ],
    "Exercises: in a coordinate of a point: moves the point": [
      ["components/exercise/points-form.ts", '"ArrowUp"', '"ArrowDown"'],
    ],
    "Exercises: in a field of mathematics: back to the text box": [
      ["components/exercise/maths-entry.ts", '"Escape"', "close()"],
    ],
    "Equations: explains the symbol before or after": [
      ["components/explain/equations.ts", "ArrowRight: 1, ArrowLeft: -1"],
    ],
    "Equations: puts the explanation away": [
      ["components/explain/card.ts", '"Escape" && of) hide()'],
    ],
    "Figures and players: on Play: plays and pauses": [
      ["components/widgets/Player.tsx", "<button", 'className="widget-play"'],
      ["components/cell/player.ts", 'playing.addEventListener("click"'],
    ],
    "Figures and players: on the slider of time: one step back or on": [
      ["components/widgets/Player.tsx", 'type="range"', "step={1}"],
      ["src/notebook/player-markup.ts", 'type="range"'],
    ],
    "Figures and players: on a point: moves it; with Shift ten times as far": [
      ["components/plot/DragPoint.tsx", "event.shiftKey", "onKeyDown={key}"],
      ["components/plot/nudge.ts", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "LARGE = 10"],
    ],
    "Notebook: on a text: edits it": [["components/scratch/prose-part.ts", '"Enter" ||', "edit()"]],
    "Notebook: in a text: ends the editing": [
      ["components/scratch/prose-part.ts", '"Escape" &&', "event.ctrlKey || event.metaKey"],
    ],
    "Notebook: moves the part up or down": [
      ["components/scratch/part-view.ts", '"ArrowUp"', '"ArrowDown"', "event.altKey"],
    ],
    "Table of a class: from answer to answer": [
      [
        "components/classroom/table/move-within.ts",
        '"ArrowRight"',
        '"ArrowLeft"',
        '"ArrowDown"',
        '"ArrowUp"',
      ],
    ],
    "Table of a class: the ends of a row; with Ctrl those of the table": [
      ["components/classroom/table/move-within.ts", '"Home"', '"End"', "ctrlKey"],
    ],
  };

const lines = KEY_MAP.flatMap(({ area, keys }) => keys.map(({ does }) => `${area}: ${does}`));

describe("the keyboard map", () => {
  it("says each thing once, and nothing that no module does", () => {
    expect(lines.toSorted()).toEqual(Object.keys(HANDLED).toSorted());
  });

  it.each(lines)("is true of: %s", (line) => {
    for (const [file, ...texts] of HANDLED[line] ?? [])
      for (const text of texts)
        expect([file, read(file)]).toEqual([file, expect.stringContaining(text)]);
  });

  it("says how Tab leaves an editor", () => {
    const code = KEY_MAP.find(({ area }) => area === "Cells and code");
    expect(code?.keys.find(({ does }) => does === "leaves the editor")?.press).toEqual([
      "Esc then Tab",
    ]);
  });
});
