import { closeBrackets } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { bracketMatching, defaultHighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { typescript } from "./cell.mjs";

/** An editor with the cell's text in the given element. */
export function mount(parent) {
  parent.replaceChildren();
  const state = EditorState.create({
    doc: typescript,
    extensions: [
      history(),
      bracketMatching(),
      closeBrackets(),
      javascript({ typescript: true }),
      syntaxHighlighting(defaultHighlightStyle),
      keymap.of([...defaultKeymap, ...historyKeymap]),
    ],
  });
  return new EditorView({ state, parent });
}
