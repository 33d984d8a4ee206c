import type { Editor } from "./editor.ts";
import { addCode, type CodeSource } from "./page-types.ts";

export interface CodeAreaOptions {
  /** Holds the static `pre`, later the editor. */
  readonly parent: HTMLElement;
  readonly label: string;
  /** Which code this is on the page, and with which other code it shares its names. */
  readonly id: string;
  readonly group: string;
  readonly describedBy: string;
  readonly onChange: () => void;
  readonly onRun: () => void;
}

/** The code of a cell: highlighted text until the reader wants to edit it, then an editor. */
export interface CodeArea {
  source(): string;
  replace(source: string): void;
  /** Opens the editor and gives it the keyboard; offline, where there is none, nothing happens. */
  open(): Promise<void>;
  mark(problem?: {
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }): void;
  /** The code leaves the page: its names are no longer those of the page. */
  leave(): void;
}

/** The editor and all that comes with it, loaded when a reader first turns to some code. */
const loadEditor = () => import("./editor.ts");

export function codeArea({
  parent,
  label,
  id,
  group,
  describedBy,
  onChange,
  onRun,
}: CodeAreaOptions): CodeArea {
  const pre = parent.querySelector("pre");
  if (!pre) throw new Error("downhill-cell: its code is missing from the page");
  let text = pre.textContent ?? "";
  let editor: Editor | undefined;
  let opening: Promise<void> | undefined;
  const code: CodeSource = () => ({ id, group, source: text });
  const leave = addCode(code);

  async function edit(offset: number) {
    const { mountEditor } = await loadEditor();
    editor = mountEditor({
      parent,
      source: text,
      label,
      describedBy,
      code,
      onRun,
      onChange(source) {
        text = source;
        onChange();
      },
    });
    editor.focus(offset);
  }

  const start = (offset: number) => {
    opening ??= edit(offset).catch(() => {
      // Offline: the text stays as it is and the next click tries again.
      opening = undefined;
    });
    return opening;
  };

  pre.addEventListener("focus", () => void loadEditor().catch(() => {}), { once: true });
  pre.addEventListener("click", (event) => {
    // Someone who selects text to copy it is not about to type.
    if (getSelection()?.isCollapsed !== false) void start(offsetAt(pre, event));
  });
  pre.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) onRun();
    else void start(0);
  });

  return {
    source: () => text,
    replace(source) {
      text = source;
      if (editor) editor.replace(source);
      else if (pre.textContent !== source) {
        pre.textContent = source;
        recolour(pre, source);
      }
    },
    async open() {
      await start(0);
      editor?.focus();
    },
    mark: (problem) => editor?.mark(problem),
    leave,
  };
}

/** Colours text that came from the reader's save; plain until the highlighter is there. */
async function recolour(pre: HTMLElement, source: string) {
  const { highlight } = await import("./highlight.ts");
  if (pre.textContent === source) pre.innerHTML = `<code>${highlight(source)}</code>`;
}

/** How many characters of the code lie before the place that was clicked. */
function offsetAt(pre: HTMLElement, { clientX, clientY }: MouseEvent): number {
  const caret = document.caretPositionFromPoint?.(clientX, clientY);
  if (!caret || !pre.contains(caret.offsetNode)) return 0;
  const range = document.createRange();
  range.setStart(pre, 0);
  range.setEnd(caret.offsetNode, caret.offset);
  return range.toString().length;
}
