import { type CodeArea, codeArea } from "#components/editor/code-area.ts";
import { whenIdle } from "#components/shell/when-idle.ts";
import { say } from "#src/language/say.ts";
import type { ControlValue } from "#src/notebook/control.ts";
import type { CellElement } from "./cell-element.ts";
import { type LiveControls, liveControls } from "./controls.ts";
import { type Edits, foundInWords, type Setting } from "./edits.ts";
import { type CellHistory, cellHistory } from "./history.ts";
import { cellKeeping, type Keeping } from "./keeping.ts";
import { bindRunsAsTyped } from "./live-setting.ts";
import { whenRead } from "./page-read.ts";
import { runAll } from "./run-all.ts";
import { type CellRuns, cellRuns } from "./runs.ts";
import { session } from "./session.ts";
import { chosen, suitable, valuesOf } from "./settings.ts";
import { type Shown, shownOutputs } from "./shown.ts";
import { type StatusLine, statusLine } from "./status-line.ts";
import { typingRun } from "./typing-run.ts";

/**
 * A cell come alive: Run, Stop, Reset, an editor over the static code, and the reader's text kept.
 *
 * The markup is that of Cell.astro and complete without this.
 */
class DownhillCell extends HTMLElement implements CellElement {
  #code!: CodeArea;
  #keeping!: Keeping;
  #history!: CellHistory;
  #status!: StatusLine;
  #shown!: Shown;
  #runs!: CellRuns;
  #live!: LiveControls;
  #typing!: ReturnType<typeof typingRun>;
  #original = "";
  /** The text that comes is of another tab, and saved. */
  #following = false;
  /** What the reader has set the controls to, in order. */
  #values: readonly (ControlValue | undefined)[] = [];
  #remove: (() => void) | undefined;
  /** Takes back the question what to do since the author has changed the text. */
  #unask: (() => void) | undefined;

  connectedCallback() {
    whenRead(this, () => this.#enter());
  }

  disconnectedCallback() {
    // Moved within the page it is back before this is asked.
    queueMicrotask(() => {
      if (this.isConnected || !this.#remove) return;
      // Its Stop is gone with it.
      if (this.dataset["state"] !== "idle") session.stop();
      this.#typing.cancel();
      this.#leave();
      this.#code.leave();
      this.#remove();
    });
  }

  #enter() {
    if (this.#remove || !this.isConnected) return;
    this.#code = codeArea({
      parent: this.#part("code"),
      label: say("Code of cell {id}", { id: this.cellId }),
      id: `cell ${this.cellId}`,
      group: "cells",
      describedBy: this.#part("keys").id,
      onChange: () => this.#edited(),
      onRun: () => this.#run(),
    });
    this.#original = this.#code.source();
    this.#typing = typingRun(this.cellId);
    this.#live = liveControls(this.#part("controls"), (index, value) => {
      this.#values = Object.assign([...this.#values], { [index]: value });
      this.#keepSettings();
      session.follow(this.cellId);
    });
    this.#openWork();
    this.#openRuns();
    this.#remove = session.add(this.#runs.view);
    this.#restore();
    this.#part("run").addEventListener("click", () => this.#run());
    this.#part("run-all").addEventListener("click", ({ currentTarget }) =>
      runAll(currentTarget as HTMLElement),
    );
    bindRunsAsTyped(this.#part("live") as HTMLInputElement);
    this.#part("stop").addEventListener("click", () => session.stop());
    this.#part("reset").addEventListener("click", () => this.#reset());
    for (const kind of ["pointerenter", "focusin"]) {
      this.addEventListener(kind, () => session.preload(), { once: true });
    }
    addEventListener("pagehide", () => this.#leave());
    document.addEventListener("visibilitychange", () => document.hidden && this.#leave());
    this.dataset["ready"] = "";
  }

  get cellId() {
    return this.dataset["cell"] ?? "";
  }

  original() {
    return this.#original;
  }

  source() {
    return this.#code.source();
  }

  settings() {
    return chosen(this.#live.controls(), this.#values);
  }

  outputs() {
    return this.#shown.outputs();
  }

  async take(text: string, words: string) {
    this.#history.keep(this.source());
    this.#code.replace(text);
    // An open editor takes it for typed; a text that may be anybody's waits for Run.
    this.#typing.cancel();
    this.#keeping.keep({ source: text });
    this.#markStale();
    this.#status.say(words);
  }

  setSettings(settings: readonly (Setting | null)[]) {
    if (this.source() === this.#original || this.#runs.areOf(this.source())) {
      if (this.#set(settings)) this.#keepSettings();
      return;
    }
    // Which controls another text makes is known when it has run.
    this.#values = valuesOf(settings);
    this.#keeping.keep({ settings }, "soon");
  }

  remember() {
    const values = this.#values;
    const back = this.#runs.remember();
    return () => {
      if (!back()) return;
      session.outdate(this.cellId);
      this.#values = values;
      this.#live.show(values);
      this.#keepSettings();
      this.#status.say(say("Shows what was there before all cells ran"));
    };
  }

  /** What is kept of the reader's work on the cell, and how that is said. */
  #openWork() {
    const chapter =
      this.closest<HTMLElement>("[data-chapter]")?.dataset["chapter"] ?? location.pathname;
    const work = {
      chapter,
      cell: this.cellId,
      original: this.#original,
      present: () => this.source(),
    };
    this.#history = cellHistory({
      ...work,
      button: this.#part("history"),
      panel: this.#part("versions"),
      onRestore: (text) => this.#bringBack(text),
      onForget: () => this.#forgotten(),
      onProblem: () => this.#status.again(),
    });
    this.#keeping = cellKeeping({
      ...work,
      history: this.#history,
      onSaved: (problem) =>
        this.#status.again(
          this.#status.message() === say("Edited") && !problem ? say("Edited, saved") : undefined,
        ),
      onFollow: (edits) => this.#follow(edits),
    });
    this.#status = statusLine(this.#part("status"), () => [
      this.#history.problem(),
      this.#keeping.problem(),
    ]);
    // Offline and not loaded, nothing is said; nothing is lost for it.
    whenIdle(() =>
      import("#components/shell/second-tab.ts").then(
        ({ noticeOtherTabs }) => noticeOtherTabs(chapter),
        () => {},
      ),
    );
  }

  #openRuns() {
    this.#shown = shownOutputs({
      output: this.#part("output"),
      controls: this.#part("controls"),
      live: this.#live,
      state: () => this.dataset["state"],
      onControls: (values) => {
        this.#values = values;
        this.#keepSettings();
      },
    });
    this.#runs = cellRuns({
      cellId: this.cellId,
      part: (name) => this.#part(name),
      setState: (state) => {
        this.dataset["state"] = state;
      },
      source: () => this.source(),
      values: () => this.#values,
      code: this.#code,
      shown: this.#shown,
      status: this.#status,
      history: this.#history,
      keeping: this.#keeping,
      onStale: () => this.#markStale(),
    });
  }

  #restore() {
    const { edits, unreadable } = this.#keeping.find();
    const { source, settings = [] } = edits;
    if (source !== undefined) this.#code.replace(source);
    const suit = suitable(this.#live.controls(), settings);
    // Which controls the reader's own text makes is known when it has run.
    this.#values = source === undefined ? suit : valuesOf(settings);
    this.#live.show(suit);
    if (source === undefined && suit.some((value) => value !== undefined)) this.#runs.outdate();
    this.#markStale();
    // Settings of controls that are no more go with the next save.
    if (source === undefined && settings.length > 0)
      this.#keeping.keep({ settings: this.settings() }, "later");
    const words = [foundInWords(edits), ...unreadable].filter(Boolean).join(". ");
    if (words) this.#status.say(words, edits.unfinished === true || unreadable.length > 0);
    void this.#askEdition();
  }

  /** The author may have changed the text that the reader's was made from. */
  async #askEdition() {
    const author = this.#original;
    const changed = () => (this.#keeping.edits().base ?? author) !== author;
    if (!changed()) return;
    const { askNewEdition } = await import("#components/editor/new-edition.ts");
    const { base } = this.#keeping.edits();
    if (base === undefined || !changed()) return;
    this.#unask = askNewEdition({
      after: this.#part("code"),
      of: "cell",
      base,
      author,
      mine: () => this.source(),
      onKeep: () => {
        this.#keeping.keep({ base: author });
        this.#status.say(say("Your text stays"));
      },
      onTake: (text, of) => {
        this.#keeping.keep({ base: author }, "later");
        const words =
          of === "both" ? say("Both changes are in the text") : say("The author’s text is here");
        void this.take(
          text,
          say("{outcome}; yours is among the earlier versions", { outcome: words }),
        );
      },
    });
  }

  #run() {
    this.#typing.cancel();
    this.#keeping.save();
    session.run(this.cellId);
  }

  #edited() {
    if (this.#following) return;
    this.#runs.edited();
    this.#keeping.keep({ source: this.source() }, "soon");
    this.#history.edited();
    this.#code.mark();
    this.#markStale();
    this.#status.say(say("Edited"));
    this.#typing.typed();
  }

  #reset() {
    const now = this.source();
    const back = now === this.#original ? this.#keeping.edits().before : this.#original;
    if (back === undefined) return;
    this.#history.keep(now);
    this.#code.replace(back);
    this.#status.say(
      back === this.#original ? say("Back to the original") : say("Your text is back"),
    );
    this.#keeping.keep({ source: back, before: now });
    this.#markStale();
  }

  async #bringBack(text: string) {
    await this.#code.open();
    const run = this.#runs.areOf(text) ? "" : say(", not yet run");
    await this.take(text, say("Earlier version restored{state}", { state: run }));
  }

  #forgotten() {
    this.#keeping.keep({ before: this.#original });
    this.#markStale();
    this.#status.say(say("Earlier versions forgotten"));
    this.#part("run").focus();
  }

  #follow({ source = this.#original, settings = [] }: Edits) {
    const changed = source !== this.source();
    this.#following = true;
    if (changed) this.#code.replace(source);
    this.#following = false;
    if (this.#set(settings) || changed)
      this.#status.say(say("Follows what you did in another tab"));
    this.#markStale();
  }

  /** Whether the settings are other ones than before. */
  #set(settings: readonly (Setting | null)[]): boolean {
    const controls = this.#live.controls();
    const suit = suitable(controls, settings);
    if (JSON.stringify(chosen(controls, suit)) === JSON.stringify(this.settings())) return false;
    this.#values = suit;
    this.#live.show(controls.map((control, i) => suit[i] ?? control.value));
    this.#runs.outdate();
    return true;
  }

  #keepSettings() {
    this.#keeping.keep({ settings: this.settings() }, "soon");
  }

  #leave() {
    this.#keeping.save();
    this.#history.left();
  }

  /** Says by look and button whether text and outputs belong together, and whether text is the author's. */
  #markStale() {
    const now = this.source();
    this.toggleAttribute("data-stale", !this.#runs.areOf(now));
    const button = this.#part("reset");
    const { before, base = this.#original } = this.#keeping.edits();
    const undo = now === this.#original && before !== undefined;
    button.hidden = now === this.#original && !undo;
    button.textContent = undo ? say("Undo reset") : say("Reset");
    this.#history.refresh();
    if (base === this.#original) this.#unask?.();
  }

  #part(name: string): HTMLElement {
    const found = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!found) throw new Error(`downhill-cell: the part "${name}" is missing from Cell.astro`);
    return found;
  }
}

customElements.define("downhill-cell", DownhillCell);
