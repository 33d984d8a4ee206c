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
    area: "Every page",
    keys: [
      { press: ["/", "Ctrl+K", "⌘+K"], does: "find anything, or do it" },
      { press: ["?"], does: "this map" },
      { press: ["Esc"], does: "closes what lies over the page" },
    ],
  },
  {
    area: "While finding",
    keys: [
      { press: ["↑", "↓"], does: "the result before or after" },
      { press: ["Home", "End"], does: "the first result, the last" },
      { press: ["Page Up", "Page Down"], does: "eight results on" },
      { press: ["Enter"], does: "goes there, or does it" },
    ],
  },
  {
    area: "Cells and code",
    keys: [
      { press: ["Enter"], does: "begins to edit" },
      { press: ["Ctrl+Enter", "⌘+Enter"], does: "runs the cell, or checks the answer" },
      { press: ["Tab"], does: "indents" },
      { press: ["Esc then Tab"], does: "leaves the editor" },
      { press: ["Ctrl+Space"], does: "lists what can be typed here" },
      { press: ["Ctrl+F", "⌘+F"], does: "finds and replaces within the code" },
    ],
  },
  {
    area: "Exercises",
    keys: [
      { press: ["Enter"], does: "checks the answer" },
      { press: ["↑", "↓"], does: "in a coordinate of a point: moves the point" },
      { press: ["Esc"], does: "in a field of mathematics: back to the text box" },
    ],
  },
  {
    area: "Equations",
    keys: [
      { press: ["←", "→"], does: "explains the symbol before or after" },
      { press: ["Esc"], does: "puts the explanation away" },
    ],
  },
  {
    area: "Figures and players",
    keys: [
      { press: ["Space"], does: "on Play: plays and pauses" },
      { press: ["←", "→"], does: "on the slider of time: one step back or on" },
      { press: ["←", "→", "↑", "↓"], does: "on a point: moves it; with Shift ten times as far" },
    ],
  },
  {
    area: "Notebook",
    keys: [
      { press: ["Enter"], does: "on a text: edits it" },
      { press: ["Esc", "Ctrl+Enter"], does: "in a text: ends the editing" },
      { press: ["Alt+↑", "Alt+↓"], does: "moves the part up or down" },
    ],
  },
  {
    area: "Table of a class",
    keys: [
      { press: ["←", "→", "↑", "↓"], does: "from answer to answer" },
      { press: ["Home", "End"], does: "the ends of a row; with Ctrl those of the table" },
    ],
  },
];
