import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  type Completion as Option,
} from "@codemirror/autocomplete";
import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from "@codemirror/view";
import type { CallHelp, Completion, Description } from "#src/notebook/types/service.ts";
import { highlight } from "./highlight.ts";
import type { EditorTypes } from "./page-types.ts";

/** Completion, hover and help with calls, as answered by the type checker. */
export function typeAwareness(types: EditorTypes): Extension {
  return [
    autocompletion({ override: [completions(types)], icons: false }),
    hoverTooltip((_view, at) => hover(types, at), { hideOnChange: true }),
    callHelp(types),
    EditorView.updateListener.of(({ docChanged }) => {
      if (docChanged) types.changed();
    }),
  ];
}

function completions(types: EditorTypes) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const word = context.matchBefore(/[\p{L}_$][\p{L}\p{N}_$]*/u);
    const after = context.state.sliceDoc(Math.max(0, context.pos - 1), context.pos);
    if (!word && after !== "." && !context.explicit) return null;
    const { from, options } = await types.complete(context.pos).catch(() => NOTHING(context.pos));
    if (context.aborted || options.length === 0) return null;
    return {
      from,
      options: options.map((completion) => optionOf(types, completion, context.pos)),
      validFor: /^[\p{L}\p{N}_$]*$/u,
    };
  };
}

const NOTHING = (from: number) => ({ from, options: [] as readonly Completion[] });

function optionOf(types: EditorTypes, completion: Completion, at: number): Option {
  const { name, kind, from } = completion;
  const described = () => types.describe(at, completion).catch(() => undefined);
  return {
    label: name,
    type: kind,
    ...(from !== undefined && { detail: from }),
    // What is in scope comes before what would have to be imported.
    boost: from === undefined ? 1 : 0,
    info: async () => {
      const description = await described();
      return description ? { dom: descriptionView(description) } : null;
    },
    async apply(view, _option, start, end) {
      view.dispatch({
        changes: { from: start, to: end, insert: name },
        selection: { anchor: start + name.length },
        userEvent: "input.complete",
      });
      if (from === undefined) return;
      const changes = (await described())?.changes ?? [];
      view.dispatch({ changes: [...changes], userEvent: "input.complete" });
    },
  };
}

async function hover(types: EditorTypes, at: number): Promise<Tooltip | null> {
  const found = await types.hover(at).catch(() => undefined);
  if (!found) return null;
  return {
    pos: found.from,
    end: found.to,
    above: true,
    create: () => ({ dom: descriptionView(found) }),
  };
}

const setCall = StateEffect.define<Tooltip | null>();

/** Shows the parameters of the call that is being typed, the one at hand in bold. Escape hides it. */
function callHelp(types: EditorTypes): Extension {
  const field = StateField.define<Tooltip | null>({
    create: () => null,
    update(shown, transaction) {
      for (const effect of transaction.effects) if (effect.is(setCall)) return effect.value;
      return shown && transaction.docChanged
        ? { ...shown, pos: transaction.changes.mapPos(shown.pos) }
        : shown;
    },
    provide: (it) => showTooltip.from(it),
  });
  let asking = false;
  /** Asks until the answer is about the place where the cursor then stands. */
  const ask = async (view: EditorView) => {
    if (asking) return;
    asking = true;
    const place = () => view.state.selection.main.head;
    let at: number;
    let help: CallHelp | undefined;
    do {
      at = place();
      help = await types.call(at).catch(() => undefined);
    } while (at !== place());
    asking = false;
    if (help || view.state.field(field) !== null)
      view.dispatch({ effects: setCall.of(help ? tooltipOf(help, at) : null) });
  };
  return [
    field,
    EditorView.updateListener.of(({ view, state, docChanged, selectionSet }) => {
      const open = state.field(field) !== null;
      const at = state.selection.main.head;
      const typed = docChanged && /[(,]/.test(state.sliceDoc(Math.max(0, at - 1), at));
      if (typed || (open && (docChanged || selectionSet))) void ask(view);
    }),
    keymap.of([
      {
        key: "Escape",
        run(view) {
          if (view.state.field(field) === null) return false;
          view.dispatch({ effects: setCall.of(null) });
          return true;
        },
      },
    ]),
  ];
}

function tooltipOf(help: CallHelp, pos: number): Tooltip {
  return { pos, above: true, create: () => ({ dom: callView(help) }) };
}

function callView({ signatures, active, parameter }: CallHelp): HTMLElement {
  const box = element("div", "type-note");
  const signature = signatures[active];
  if (!signature) return box;
  const line = element("code", "type-signature");
  line.append(signature.before);
  signature.parameters.forEach((text, i) => {
    if (i > 0) line.append(", ");
    const part = element(i === parameter ? "strong" : "span", "");
    part.textContent = text;
    line.append(part);
  });
  line.append(signature.after);
  box.append(line);
  return box;
}

function descriptionView({ signature, docs }: Description): HTMLElement {
  const box = element("div", "type-note");
  const line = element("code", "type-signature");
  line.innerHTML = highlight(signature);
  box.append(line);
  if (docs !== "") {
    const text = element("div", "type-docs");
    text.textContent = docs;
    text.tabIndex = 0; // long ones scroll
    box.append(text);
  }
  return box;
}

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  if (className !== "") made.className = className;
  return made;
}
