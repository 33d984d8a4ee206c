import { type CodeArea, codeArea } from "#components/editor/code-area.ts";
import type { ControlValue } from "#src/notebook/control.ts";
import type { CellView } from "#src/notebook/host.ts";
import { linksInWords } from "#src/notebook/links.ts";
import type { Output } from "#src/notebook/output.ts";
import { type Progress, progressInWords } from "#src/notebook/progress.ts";
import type { CellElement } from "./cell-element.ts";
import { type LiveControls, liveControls } from "./controls.ts";
import { duration, longRun } from "./duration.ts";
import { foundInWords, type Setting } from "./edits.ts";
import { type CellHistory, cellHistory } from "./history.ts";
import { cellKeeping, type Keeping } from "./keeping.ts";
import { bindRunsAsTyped } from "./live-setting.ts";
import { whenRead } from "./page-read.ts";
import { session } from "./session.ts";
import { chosen, suitable } from "./settings.ts";
import { type Shown, shownOutputs } from "./shown.ts";
import { type StatusLine, statusLine } from "./status-line.ts";
import { typingRun } from "./typing-run.ts";

/** A run that is over sooner is told once, at its end. */
const planDelay = 120;
/** A text in the middle of a word is wrong: what is wrong with it is said after a pause. */
const errorDelay = 700;
/** A run that takes longer is noted, in case it never ends. */
const noteDelay = 500;

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
  #live!: LiveControls;
  #typing!: ReturnType<typeof typingRun>;
  #original = "";
  /** The text that the outputs on the page were made from. */
  #shownSource = "";
  /** The text that is being run. */
  #sent = "";
  /** What the reader has set the controls to, in order. */
  #values: (ControlValue | undefined)[] = [];
  #remove: (() => void) | undefined;
  #started = 0;
  #tick: ReturnType<typeof setInterval> | undefined;
  #faulting: ReturnType<typeof setTimeout> | undefined;
  #noting: ReturnType<typeof setTimeout> | undefined;
  /** How much of the run is left, in words, where a loop reports it. */
  #left = "";

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
      label: `Code of cell ${this.cellId}`,
      id: `cell ${this.cellId}`,
      group: "cells",
      describedBy: this.#part("keys").id,
      onChange: () => this.#edited(),
      onRun: () => this.#run(),
    });
    this.#typing = typingRun(this.cellId);
    this.#original = this.#code.source();
    this.#shownSource = this.#original;
    this.#remove = session.add(this.#view());
    this.#live = liveControls(this.#part("controls"), (index, value) => {
      this.#values[index] = value;
      this.#keepSettings();
      session.follow(this.cellId);
    });
    this.#restore();
    this.#shown = shownOutputs({
      output: this.#part("output"),
      controls: this.#part("controls"),
      live: this.#live,
      state: () => this.dataset["state"],
      onControls: (values) => {
        this.#values = [...values];
        this.#keepSettings();
      },
    });
    this.#part("run").addEventListener("click", () => this.#run());
    this.#part("run-all").addEventListener("click", () => session.runAll());
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
    this.#keeping.keep({ source: text });
    this.#markStale();
    this.#status.say(words);
  }

  setSettings(settings: readonly (Setting | null)[]) {
    const controls = this.#live.controls();
    const suit = suitable(controls, settings);
    if (JSON.stringify(chosen(controls, suit)) === JSON.stringify(this.settings())) return;
    this.#values = [...suit];
    this.#live.show(controls.map((control, i) => suit[i] ?? control.value));
    this.#shownSource = "";
    this.#keepSettings();
    this.#markStale();
  }

  /** The cell as the notebook of the page sees it. */
  #view(): CellView {
    return {
      cellId: this.cellId,
      source: () => this.source(),
      settings: () => this.#values,
      planned: () => this.#planned(),
      held: () => {
        this.#shownSource = "";
        this.#markStale();
        this.#status.say("Out of date; Run brings it up to date");
      },
      started: () => this.#begin(),
      linked: (links) => {
        this.#part("links").textContent = linksInWords(links);
      },
      progressed: (progress) => this.#progressed(progress),
      showed: (output) => this.#shown.add(output),
      finished: (outputs, source, typing) => this.#finished(outputs, source, typing),
      stopped: (reason) => this.#stopped(reason),
    };
  }

  #planned() {
    this.#sent = this.source();
    this.dataset["state"] = "waiting";
    clearTimeout(this.#noting);
    this.#noting = setTimeout(() => this.#status.say("Waiting for other cells"), planDelay);
  }

  #begin() {
    this.dataset["state"] = "running";
    clearTimeout(this.#faulting);
    clearTimeout(this.#noting);
    this.#status.say("Running");
    this.#shown.begin();
    this.#started = performance.now();
    this.#tick = setInterval(() => this.#showTime(), 100);
    this.#noting = setTimeout(() => {
      this.#keeping.keep({ unfinished: true });
      this.#history.keep(this.#sent);
    }, noteDelay);
  }

  #progressed(progress: Progress) {
    const bar = this.#part("progress") as HTMLProgressElement;
    bar.hidden = false;
    bar.value = progress.done / progress.total;
    this.#left = progressInWords(progress, performance.now() - this.#started);
  }

  #finished(outputs: readonly Output[], source: string, typing: boolean) {
    const took = duration(performance.now() - this.#started);
    const failure = outputs.find((output) => output.kind === "error");
    if (failure && typing) {
      this.#ended("Edited");
      this.#faulting = setTimeout(
        () => this.#show(outputs, source, `Error after ${took}`),
        errorDelay,
      );
      return;
    }
    // What ran between two keys is no version of its own.
    if (!typing) this.#history.keep(source, failure ? "error" : "ran");
    this.#show(outputs, source, failure ? `Error after ${took}` : `Ran in ${took}`);
  }

  #show(outputs: readonly Output[], source: string, message: string) {
    const failure = outputs.find((output) => output.kind === "error");
    this.#ended(message);
    this.#shownSource = source;
    void this.#shown.paint(outputs);
    this.#markStale();
    const here = failure && failure.cell === undefined && failure.line !== undefined;
    this.#code.mark(
      here
        ? { line: failure.line ?? 1, column: failure.column ?? 1, message: failure.message }
        : undefined,
    );
  }

  #stopped(reason?: string) {
    const ran = this.dataset["state"] !== "waiting";
    const took = duration(performance.now() - this.#started);
    this.#ended(ran ? `Stopped after ${took}` : "Not run");
    const failure: readonly Output[] = reason
      ? [{ kind: "error", stage: "run", message: reason }]
      : [];
    const outputs = [...this.#shown.outputs(), ...failure];
    if (outputs.length > 0) void this.#shown.paint(outputs);
    if (ran) this.#history.keep(this.#sent, "stopped");
    // What is shown is of no whole run of any text.
    this.#shownSource = "";
    this.#markStale();
  }

  #run() {
    this.#typing.cancel();
    this.#keeping.save();
    session.run(this.cellId);
  }

  #ended(message: string) {
    clearInterval(this.#tick);
    clearTimeout(this.#noting);
    this.dataset["state"] = "idle";
    this.#part("clock").textContent = "";
    this.#part("progress").hidden = true;
    this.#left = "";
    this.#part("output").style.minHeight = "";
    this.#status.say(message);
    if (this.#keeping.edits().unfinished) this.#keeping.keep({ unfinished: false });
  }

  #showTime() {
    const took = performance.now() - this.#started;
    const time = duration(Math.floor(took / 100) * 100);
    this.#part("clock").textContent = this.#left === "" ? time : `${time}, ${this.#left}`;
    if (took > longRun && this.dataset["state"] !== "long") {
      this.dataset["state"] = "long";
      this.#status.say("Still running; Stop ends it");
    }
  }

  #edited() {
    clearTimeout(this.#faulting);
    this.#keeping.keep({ source: this.source() }, "soon");
    this.#history.edited();
    this.#code.mark();
    this.#markStale();
    this.#status.say("Edited");
    this.#typing.typed();
  }

  #reset() {
    const now = this.source();
    const back = now === this.#original ? this.#keeping.edits().before : this.#original;
    if (back === undefined) return;
    this.#history.keep(now);
    this.#code.replace(back);
    this.#status.say(back === this.#original ? "Back to the original" : "Your text is back");
    this.#keeping.keep({ source: back, before: now });
    this.#markStale();
  }

  #restore() {
    const chapter =
      this.closest<HTMLElement>("[data-chapter]")?.dataset["chapter"] ?? location.pathname;
    const work = { chapter, cell: this.cellId, original: this.#original };
    this.#history = cellHistory({
      ...work,
      present: () => this.source(),
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
          this.#status.message() === "Edited" && !problem ? "Edited, saved" : undefined,
        ),
    });
    this.#status = statusLine(this.#part("status"), () => [
      this.#history.problem(),
      this.#keeping.problem(),
    ]);
    const { edits, unreadable } = this.#keeping.find();
    const { source, settings = [] } = edits;
    if (source !== undefined) this.#code.replace(source);
    const suit = suitable(this.#live.controls(), settings);
    // Which controls the reader's own text makes is known when it has run.
    this.#values =
      source === undefined ? [...suit] : settings.map((setting) => setting?.value ?? undefined);
    this.#live.show(suit);
    if (source === undefined && suit.some((value) => value !== undefined)) this.#shownSource = "";
    this.#markStale();
    // Settings of controls that are no more go with the next save.
    if (source === undefined && settings.length > 0)
      this.#keeping.keep({ settings: this.settings() }, "later");
    const words = [foundInWords(edits), ...unreadable].filter(Boolean).join(". ");
    if (words) this.#status.say(words, edits.unfinished === true || unreadable.length > 0);
  }

  #keepSettings() {
    this.#keeping.keep({ settings: this.settings() }, "soon");
  }

  async #bringBack(text: string) {
    await this.#code.open();
    const shown = text === this.#shownSource;
    await this.take(
      text,
      shown ? "Earlier version restored" : "Earlier version restored, not yet run",
    );
  }

  #forgotten() {
    this.#keeping.keep({ before: this.#original });
    this.#markStale();
    this.#status.say("Earlier versions forgotten");
    this.#part("run").focus();
  }

  #leave() {
    this.#keeping.save();
    this.#history.left();
  }

  /** Says by look and button whether text and outputs belong together, and whether text is the author's. */
  #markStale() {
    const now = this.source();
    this.toggleAttribute("data-stale", now !== this.#shownSource);
    const button = this.#part("reset");
    const undo = now === this.#original && this.#keeping.edits().before !== undefined;
    button.hidden = now === this.#original && !undo;
    button.textContent = undo ? "Undo reset" : "Reset";
    this.#history.refresh();
  }

  #part(name: string): HTMLElement {
    const found = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!found) throw new Error(`downhill-cell: the part "${name}" is missing from Cell.astro`);
    return found;
  }
}

customElements.define("downhill-cell", DownhillCell);
