import {
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
} from "@codemirror/autocomplete";
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
  isolateHistory,
} from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import {
  bracketMatching,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { type Diagnostic, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, keymap } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { calm } from "#components/reading/calm.ts";
import { addStyle } from "#components/shell/add-style.ts";
import { say } from "#src/language/say.ts";
import { typeAwareness } from "./editor-types.ts";
import { type CodeSource, openTypes } from "./page-types.ts";
import css from "./typing.css?inline";

export interface EditorOptions {
  /** Emptied and filled by the editor, which takes its font from there. */
  readonly parent: HTMLElement;
  readonly source: string;
  /** What a screen reader calls the editor, for example "Code of cell momentum-step". */
  readonly label: string;
  /** Ids of elements that describe the keys. */
  readonly describedBy?: string;
  /** The text as the type checker is to see it, with its neighbours on the page. */
  readonly code: CodeSource;
  /** Called at every change with the whole text. */
  readonly onChange?: (source: string) => void;
  /** Ctrl+Enter or Cmd+Enter. */
  readonly onRun?: () => void;
}

/** A mounted code editor. */
export interface Editor {
  source(): string;
  /** Replaces the text in one step, which undo takes back. */
  replace(source: string): void;
  /** Gives it the keyboard, with the cursor at a place of the text (from 0) or where it was. */
  focus(offset?: number): void;
  /** Underlines a place, counted from 1, until the text changes; without a place, nothing. */
  mark(problem?: {
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }): void;
  destroy(): void;
}

/** How long the cursor is there and not there, in milliseconds. */
const BLINK = 1200;

/** How long after Escape the Tab key leaves the editor, in milliseconds. */
const TAB_LEAVES = 2000;

function leaveByTab(editor: EditorView): false {
  editor.setTabFocusMode(TAB_LEAVES);
  return false;
}

/** How to leave, for the eye; for the ear it is in the description. Shown while one writes. */
function keysInSight(): HTMLElement {
  const hint = document.createElement("p");
  hint.className = "editor-keys";
  hint.ariaHidden = "true";
  hint.textContent = say("Esc, then Tab leaves the editor");
  return hint;
}

/**
 * Mounts an editor for TypeScript. Tab indents; Escape and then Tab leaves. The only file that
 * knows which editor this is.
 */
export function mountEditor(options: EditorOptions): Editor {
  addStyle(css);
  const { parent, source, label, describedBy, code, onChange, onRun } = options;
  const run = (editor: EditorView) => {
    // A list that is open, or comes late, would cover the output.
    closeCompletion(editor);
    onRun?.();
    return onRun !== undefined;
  };
  let typeProblems: readonly Diagnostic[] = [];
  let marked: readonly Diagnostic[] = [];
  const underline = () => {
    view.dispatch(setDiagnostics(view.state, [...marked, ...typeProblems]));
  };
  const types = openTypes(code, (problems) => {
    typeProblems = problems;
    underline();
  });
  const view = new EditorView({
    state: EditorState.create({
      doc: source,
      extensions: [
        // Before the default keymap, in which Mod-Enter inserts a line.
        keymap.of([
          { key: "Mod-Enter", run },
          { key: "Ctrl-Enter", run },
        ]),
        // First of all: the next Tab leaves, also where this Escape closes a list of completions.
        Prec.highest(keymap.of([{ key: "Escape", run: leaveByTab }])),
        history(),
        // A cursor that blinks moves by itself.
        drawSelection({ cursorBlinkRate: calm() ? 0 : BLINK }),
        indentUnit.of("  "),
        EditorState.tabSize.of(2),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        highlightSelectionMatches(),
        typeAwareness(types),
        javascript({ typescript: true }),
        syntaxHighlighting(classHighlighter),
        keymap.of([
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...defaultKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...lintKeymap,
          indentWithTab,
        ]),
        EditorView.contentAttributes.of({
          "aria-label": label,
          tabindex: "0",
          ...(describedBy ? { "aria-describedby": describedBy } : {}),
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange?.(update.state.doc.toString());
        }),
      ],
    }),
  });
  parent.replaceChildren(view.dom, keysInSight());

  return {
    source: () => view.state.doc.toString(),
    replace(text) {
      if (text === view.state.doc.toString()) return;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        // Not one step with what was typed a moment before.
        annotations: isolateHistory.of("full"),
      });
    },
    focus(offset) {
      view.focus();
      if (offset === undefined) return;
      const anchor = Math.max(0, Math.min(offset, view.state.doc.length));
      view.dispatch({ selection: { anchor } });
    },
    mark(problem) {
      marked = problem ? [diagnostic(view.state, problem)] : [];
      underline();
    },
    destroy() {
      types.close();
      view.destroy();
    },
  };
}

function diagnostic(
  state: EditorState,
  problem: { readonly line: number; readonly column: number; readonly message: string },
) {
  const line = state.doc.line(Math.max(1, Math.min(problem.line, state.doc.lines)));
  const from = Math.min(line.from + problem.column - 1, line.to);
  const word = /^[\p{L}\p{N}_$]+|^./u.exec(line.text.slice(from - line.from))?.[0] ?? "";
  return { from, to: from + word.length, severity: "error" as const, message: problem.message };
}
