import { type CodeArea, codeArea } from "#components/editor/code-area.ts";
import type { ControlValue } from "#src/notebook/control.ts";
import type { CellView } from "#src/notebook/host.ts";
import { type CellLinks, linksInWords } from "#src/notebook/links.ts";
import type { Output } from "#src/notebook/output.ts";
import { type Progress, progressInWords } from "#src/notebook/progress.ts";
import type { Store } from "#src/notebook/store.ts";
import { type LiveControls, liveControls } from "./controls.ts";
import { duration, longRun } from "./duration.ts";
import { compact, type Edits, foundInWords, openEdits } from "./edits.ts";
import { enliven } from "./enliven.ts";
import { type CellHistory, cellHistory } from "./history.ts";
import { bindRunsAsTyped } from "./live-setting.ts";
import { whenRead } from "./page-read.ts";
import { render } from "./render.ts";
import { session } from "./session.ts";
import { chosen, suitable } from "./settings.ts";
import { typingRun } from "./typing-run.ts";

/** Pause after the last key before the text is saved. */
const saveDelay = 400;
/** A run that is over sooner is painted once, at its end. */
const paintDelay = 120;
/** A text in the middle of a word is wrong: what is wrong with it is said after a pause. */
const errorDelay = 700;
/** A run that takes longer is noted, in case it never ends. */
const noteDelay = 500;

/**
 * A cell come alive: Run, Stop, Reset, an editor over the static code, and the reader's text kept.
 *
 * The markup is that of Cell.astro and complete without this.
 */
class DownhillCell extends HTMLElement implements CellView {
  #code!: CodeArea;
  #store!: Store<Edits>;
  #history!: CellHistory;
  #edits: Edits = {};
  #original = "";
  /** The text that the outputs on the page were made from. */
  #shownSource = "";
  /** The text that is being run. */
  #sent = "";
  #outputs: Output[] = [];
  /** What the reader has set the controls to, in order, and the controls that are on the page. */
  #settings: (ControlValue | undefined)[] = [];
  #controls = "";
  #live!: LiveControls;
  #remove: (() => void) | undefined;
  #started = 0;
  #tick: ReturnType<typeof setInterval> | undefined;
  #painting: ReturnType<typeof setTimeout> | undefined;
  #saving: ReturnType<typeof setTimeout> | undefined;
  #typing!: ReturnType<typeof typingRun>;
  #faulting: ReturnType<typeof setTimeout> | undefined;
  #noting: ReturnType<typeof setTimeout> | undefined;
  /** How much of the run is left, in words, where a loop reports it. */
  #left = "";
  #paints = 0;
  #message = "";
  #warns = false;
  #problem: string | undefined;

  connectedCallback() {
    whenRead(this, () => this.#enter());
  }

  #enter() {
    if (this.#remove || !this.isConnected) return;
    const { cell = "" } = this.dataset;
    this.#code = codeArea({
      parent: this.#part("code"),
      label: `Code of cell ${cell}`,
      id: `cell ${cell}`,
      group: "cells",
      describedBy: this.#part("keys").id,
      onChange: () => this.#edited(),
      onRun: () => this.#run(),
    });
    this.#typing = typingRun(this.cellId);
    this.#original = this.#code.source();
    this.#shownSource = this.#original;
    this.#remove = session.add(this);
    this.#live = liveControls(this.#part("controls"), (index, value) => {
      this.#settings[index] = value;
      this.#keepSettings();
      session.follow(this.cellId);
    });
    this.#restore(
      this.closest<HTMLElement>("[data-chapter]")?.dataset.chapter ?? location.pathname,
    );
    this.#controls = [...this.#part("controls").querySelectorAll<HTMLElement>("[data-control]")]
      .map(({ dataset }) => dataset.control)
      .join();
    this.#live.enable();
    enliven(this.#part("output"), []);
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
    this.dataset.ready = "";
  }

  get cellId() {
    return this.dataset.cell ?? "";
  }

  source() {
    return this.#code.source();
  }

  settings() {
    return this.#settings;
  }

  held() {
    this.#shownSource = "";
    this.#markStale();
    this.#say("Out of date; Run brings it up to date");
  }

  planned() {
    this.#sent = this.source();
    this.dataset.state = "waiting";
    clearTimeout(this.#noting);
    this.#noting = setTimeout(() => this.#say("Waiting for other cells"), paintDelay);
  }

  started() {
    this.dataset.state = "running";
    clearTimeout(this.#faulting);
    clearTimeout(this.#noting);
    this.#say("Running");
    this.#outputs = [];
    this.#started = performance.now();
    this.#tick = setInterval(() => this.#showTime(), 100);
    this.#noting = setTimeout(() => {
      this.#keep({ unfinished: true });
      this.#history.keep(this.#sent);
    }, noteDelay);
  }

  linked(links: CellLinks) {
    this.#part("links").textContent = linksInWords(links);
  }

  progressed(progress: Progress) {
    const bar = this.#part("progress") as HTMLProgressElement;
    bar.hidden = false;
    bar.value = progress.done / progress.total;
    this.#left = progressInWords(progress, performance.now() - this.#started);
  }

  showed(output: Output) {
    this.#outputs.push(output);
    this.#painting ??= setTimeout(() => this.#paint(), paintDelay);
  }

  finished(outputs: readonly Output[], source: string, typing: boolean) {
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
    this.#outputs = [...outputs];
    this.#shownSource = source;
    this.#paint();
    this.#markStale();
    const here = failure && failure.cell === undefined && failure.line !== undefined;
    this.#code.mark(
      here
        ? { line: failure.line ?? 1, column: failure.column ?? 1, message: failure.message }
        : undefined,
    );
  }

  stopped(reason?: string) {
    const ran = this.dataset.state !== "waiting";
    const took = duration(performance.now() - this.#started);
    this.#ended(ran ? `Stopped after ${took}` : "Not run");
    if (reason) this.#outputs.push({ kind: "error", stage: "run", message: reason });
    if (reason || this.#outputs.length > 0) this.#paint();
    if (ran) this.#history.keep(this.#sent, "stopped");
    // What is shown is of no whole run of any text.
    this.#shownSource = "";
    this.#markStale();
  }

  #run() {
    this.#typing.cancel();
    this.#save();
    session.run(this.cellId);
  }

  #ended(message: string) {
    clearInterval(this.#tick);
    clearTimeout(this.#noting);
    this.dataset.state = "idle";
    this.#part("clock").textContent = "";
    this.#part("progress").hidden = true;
    this.#left = "";
    this.#part("output").style.minHeight = "";
    this.#say(message);
    if (this.#edits.unfinished) this.#keep({ unfinished: false });
  }

  #showTime() {
    const took = performance.now() - this.#started;
    const time = duration(Math.floor(took / 100) * 100);
    this.#part("clock").textContent = this.#left === "" ? time : `${time}, ${this.#left}`;
    if (took > longRun && this.dataset.state !== "long") {
      this.dataset.state = "long";
      this.#say("Still running; Stop ends it");
    }
  }

  async #paint() {
    clearTimeout(this.#painting);
    this.#painting = undefined;
    const mine = ++this.#paints;
    const controls = this.#outputs.filter((output) => output.kind === "control");
    const results = this.#outputs.filter(({ kind }) => kind !== "control");
    const html = await render(results);
    // A later paint knows more, even when the sanitiser delayed this one.
    if (mine !== this.#paints) return;
    const output = this.#part("output");
    // More is to come: what stands below does not jump up meanwhile.
    if (this.dataset.state !== "idle") output.style.minHeight ||= `${output.offsetHeight}px`;
    output.innerHTML = html;
    enliven(output, results);
    // The same controls stay: one of them may be under the reader's finger.
    const wanted = controls.map(({ control }) => JSON.stringify(control)).join();
    if (wanted === this.#controls || this.dataset.state === "running") return;
    this.#controls = wanted;
    this.#settings = controls.map(({ value }) => value);
    this.#part("controls").innerHTML = await render(controls);
    this.#live.enable();
    this.#keepSettings();
  }

  #edited() {
    clearTimeout(this.#faulting);
    this.#keep({ source: this.source() }, saveDelay);
    this.#history.edited();
    this.#code.mark();
    this.#markStale();
    this.#say("Edited");
    this.#typing.typed();
  }

  #reset() {
    const now = this.source();
    const back = now === this.#original ? this.#edits.before : this.#original;
    if (back === undefined) return;
    this.#history.keep(now);
    this.#code.replace(back);
    this.#say(back === this.#original ? "Back to the original" : "Your text is back");
    this.#keep({ source: back, before: now });
    this.#markStale();
  }

  #restore(chapter: string) {
    this.#history = cellHistory({
      chapter,
      cell: this.cellId,
      original: this.#original,
      present: () => this.source(),
      button: this.#part("history"),
      panel: this.#part("versions"),
      onRestore: (text) => this.#bringBack(text),
      onForget: () => this.#forgotten(),
      onProblem: () => this.#say(this.#message),
    });
    this.#store = openEdits(chapter, this.cellId, (before) => {
      this.#history.keepUndated(before);
      // Saved in the new form, so that this happens once.
      this.#keep({}, saveDelay);
    });
    const damaged = this.#history.problem();
    const { value = {}, problem, raw } = this.#store.read();
    this.#edits = value;
    if (value.source !== undefined) {
      this.#code.replace(value.source);
      this.#history.keepUndated(value.source);
    }
    this.#restoreSettings(value);
    this.#markStale();
    // Storage that is denied is said when there is something to save.
    const unreadable = [raw === undefined ? undefined : problem, damaged];
    const words = [foundInWords(this.#edits), ...unreadable].filter(Boolean).join(". ");
    if (words) this.#say(words, value.unfinished === true || unreadable.some(Boolean));
  }

  /** The settings of last time: those of the author's text where they still suit its controls. */
  #restoreSettings({ source, settings: saved = [] }: Edits) {
    const suit = suitable(this.#live.controls(), saved);
    // Which controls the reader's own text makes is known when it has run.
    this.#settings =
      source === undefined ? [...suit] : saved.map((setting) => setting?.value ?? undefined);
    this.#live.show(suit);
    if (source !== undefined || saved.length === 0) return;
    this.#edits = { ...this.#edits, settings: chosen(this.#live.controls(), suit) };
    if (suit.some((value) => value !== undefined)) this.#shownSource = "";
  }

  #keepSettings() {
    this.#keep({ settings: chosen(this.#live.controls(), this.#settings) }, saveDelay);
  }

  async #bringBack(text: string) {
    await this.#code.open();
    this.#history.keep(this.source());
    this.#code.replace(text);
    this.#keep({ source: text });
    this.#markStale();
    const shown = text === this.#shownSource;
    this.#say(shown ? "Earlier version restored" : "Earlier version restored, not yet run");
  }

  #forgotten() {
    this.#keep({ before: this.#original });
    this.#markStale();
    this.#say("Earlier versions forgotten");
    this.#part("run").focus();
  }

  #leave() {
    this.#save();
    this.#history.left();
  }

  #keep(change: Edits, delay = 0) {
    this.#edits = { ...this.#edits, ...change };
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => this.#save(), delay);
    if (delay === 0) this.#save();
  }

  #save() {
    if (this.#saving === undefined) return;
    clearTimeout(this.#saving);
    this.#saving = undefined;
    const edits = compact(this.#edits, this.#original);
    this.#problem = this.#history.makeRoomFor(() => this.#store.write(edits));
    this.#say(this.#message === "Edited" && !this.#problem ? "Edited, saved" : this.#message);
  }

  /** Says by look and button whether text and outputs belong together, and whether text is the author's. */
  #markStale() {
    const now = this.source();
    this.toggleAttribute("data-stale", now !== this.#shownSource);
    const button = this.#part("reset");
    const undo = now === this.#original && this.#edits.before !== undefined;
    button.hidden = now === this.#original && !undo;
    button.textContent = undo ? "Undo reset" : "Reset";
    this.#history.refresh();
  }

  /** Says what happened, and after it what stands in the way of saving. */
  #say(message: string, warns = message === this.#message && this.#warns) {
    this.#message = message;
    this.#warns = warns;
    const status = this.#part("status");
    const parts = new Set([message, this.#history.problem(), this.#problem].filter(Boolean));
    const text = [...parts].join(". ").replaceAll(".. ", ". ");
    if (status.textContent !== text) status.textContent = text;
    const hindered = this.#history.problem() ?? this.#problem;
    status.dataset.kind = warns || hindered ? "warn" : "plain";
  }

  #part(name: string): HTMLElement {
    const found = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!found) throw new Error(`downhill-cell: the part "${name}" is missing from Cell.astro`);
    return found;
  }
}

customElements.define("downhill-cell", DownhillCell);
