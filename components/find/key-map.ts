import { say } from "#src/language/say.ts";

/** Keys of one part of the book, each with what it does. */
export interface KeyArea {
  readonly area: string;
  readonly keys: readonly KeyLine[];
}

export interface KeyLine {
  /** What to press: one way in each entry, its keys joined by "+", one after the other by "then". */
  readonly press: readonly string[];
  readonly does: string;
}

/** Every key of the book beyond those that browsers give links, buttons and fields. */
export const KEY_MAP: readonly KeyArea[] = [
  {
    area: say("Every page"),
    keys: [
      { press: ["/", "Ctrl+K", "⌘+K"], does: say("find anything, or do it") },
      { press: ["?"], does: say("this map") },
      { press: ["Esc"], does: say("closes what lies over the page") },
    ],
  },
  {
    area: say("While finding"),
    keys: [
      { press: ["↑", "↓"], does: say("the result before or after") },
      { press: ["Home", "End"], does: say("the first result, the last") },
      { press: ["Page Up", "Page Down"], does: say("eight results on") },
      { press: ["Enter"], does: say("goes there, or does it") },
    ],
  },
  {
    area: say("Cells and code"),
    keys: [
      { press: ["Enter"], does: say("begins to edit") },
      { press: ["Ctrl+Enter", "⌘+Enter"], does: say("runs the cell, or checks the answer") },
      { press: ["Tab"], does: say("indents") },
      { press: ["Esc then Tab"], does: say("leaves the editor") },
      { press: ["Ctrl+Space"], does: say("lists what can be typed here") },
      { press: ["Ctrl+F", "⌘+F"], does: say("finds and replaces within the code") },
    ],
  },
  {
    area: say("Exercises"),
    keys: [
      { press: ["Enter"], does: say("checks the answer") },
      { press: ["↑", "↓"], does: say("in a coordinate of a point: moves the point") },
      { press: ["Esc"], does: say("in a field of mathematics: back to the text box") },
    ],
  },
  {
    area: say("Equations"),
    keys: [
      { press: ["←", "→"], does: say("explains the symbol before or after") },
      { press: ["Esc"], does: say("puts the explanation away") },
    ],
  },
  {
    area: say("Figures and players"),
    keys: [
      { press: ["Space"], does: say("on Play: plays and pauses") },
      { press: ["←", "→"], does: say("on the slider of time: one step back or on") },
      {
        press: ["←", "→", "↑", "↓"],
        does: say("on a point: moves it; with Shift ten times as far"),
      },
    ],
  },
  {
    area: say("Notebook"),
    keys: [
      { press: ["Enter"], does: say("on a text: edits it") },
      { press: ["Esc", "Ctrl+Enter"], does: say("in a text: ends the editing") },
      { press: ["Alt+↑", "Alt+↓"], does: say("moves the part up or down") },
    ],
  },
  {
    area: say("Table of a class"),
    keys: [
      { press: ["←", "→", "↑", "↓"], does: say("from answer to answer") },
      { press: ["Home", "End"], does: say("the ends of a row; with Ctrl those of the table") },
    ],
  },
];
