import { type MathfieldElement as Field, MathfieldElement } from "mathlive";
import { latexOfName } from "#src/grading/latex/names.ts";
import css from "./maths-field.css?inline";
import { mathsKeys } from "./maths-keys.ts";

// The page has the fonts already, those of its printed mathematics; there are no sounds.
MathfieldElement.fontsDirectory = null;
MathfieldElement.soundsDirectory = null;
MathfieldElement.keypressSound = null;
MathfieldElement.plonkSound = null;

// A style sheet that were imported would stand in the page from the start.
const style = new CSSStyleSheet();
style.replaceSync(css);
document.adoptedStyleSheets.push(style);

/** The field whose keys the keyboard has; all fields of a page share one keyboard. */
let keyed: Field | undefined;

/** What typing a word writes: the functions that answers know, and the names of this answer. */
const WORDS: Readonly<Record<string, string>> = {
  sqrt: "\\sqrt{#?}",
  abs: "\\left|#?\\right|",
  exp: "\\exp",
  ln: "\\ln",
  log: "\\log",
  "*": "\\cdot",
};

/** Commands that belong to a text editor of TeX, to matrices, or to keys that leave the field. */
const FOREIGN =
  /^(?:switchMode|complete|moveTo(?:Next|Previous)Group|add(?:Row|Column)|toggleKeystroke|toggleContextMenu)/;

/** A field in which mathematics is written as it is printed. */
export interface MathsField {
  readonly element: HTMLElement;
  latex(): string;
  /** Replaces what is written; Undo goes no further back. */
  write(latex: string): void;
  focus(): void;
  /** Shows the keyboard on the screen, or puts it away. */
  toggleKeys(): void;
  remove(): void;
}

/** Puts a maths field with the keys of an answer before an element of the page. */
export function placeMathsField(
  before: Element,
  label: string,
  variables: readonly string[],
): MathsField {
  const field: Field = new MathfieldElement();
  field.setAttribute("aria-label", label);
  before.before(field);
  field.menuItems = [];
  field.popoverPolicy = "off";
  field.environmentPopoverPolicy = "off";
  field.mathVirtualKeyboardPolicy = "auto";
  field.smartFence = true;
  // Else the second digit of an exponent would stand behind the power.
  field.smartSuperscript = false;
  field.inlineShortcuts = { ...WORDS, ...wordsOf(variables) };
  field.keybindings = field.keybindings.filter(
    ({ command }) => !FOREIGN.test(String(Array.isArray(command) ? command[0] : command)),
  );
  const keyboard = window.mathVirtualKeyboard;
  field.addEventListener("focusin", () => {
    if (keyed === field) return;
    keyed = field;
    keyboard.editToolbar = "none";
    keyboard.layouts = { rows: mathsKeys(variables).map((row) => [...row]) };
  });
  keyboard.addEventListener("geometrychange", () => keepInSight(field));
  return {
    element: field,
    latex: () => field.getValue("latex"),
    write(latex) {
      field.setValue(latex, { silenceNotifications: true });
      field.resetUndo();
    },
    focus: () => field.focus(),
    toggleKeys() {
      const shown = keyboard.visible;
      field.focus();
      if (shown) keyboard.hide();
      else keyboard.show();
    },
    remove() {
      keyboard.hide();
      field.remove();
    },
  };
}

function wordsOf(variables: readonly string[]): Readonly<Record<string, string>> {
  const words = variables.filter((name) => name.length > 1);
  return Object.fromEntries(words.map((name) => [name, latexOfName(name)]));
}

/** The keyboard lies over the lower part of the page: what is written must not be under it. */
function keepInSight(field: Field): void {
  const keyboard = window.mathVirtualKeyboard.boundingRect;
  const hidden = field.getBoundingClientRect().bottom - (innerHeight - keyboard.height) + 16;
  if (keyboard.height > 0 && field.hasFocus() && hidden > 0) scrollBy({ top: hidden });
}
