import type { Material } from "#src/course/exercise-material.ts";
import { feedbackOf, type Spec, specOf } from "#src/course/exercise-spec.ts";
import {
  attempted,
  inMemory,
  type Progress,
  type PutAside,
  turned,
} from "#src/grading/progress.ts";
import { putAside } from "#src/grading/unite-progress.ts";
import type { Verdict } from "#src/grading/verdict.ts";
import { say } from "#src/language/say.ts";
import { askOnce } from "#src/notebook/ask-once.ts";
import type { Answer, AnswerForm } from "./answer-form.ts";
import { formOf } from "./form-of.ts";
import { keepWarning } from "./keep-warning.ts";
import { exerciseKeeping, type Keeping } from "./keeping.ts";
import { loadMaterial } from "./material.ts";
import { PROGRESS } from "./progress-event.ts";
import { showVerdict } from "./show-verdict.ts";
import { givenNumbers, type VariantBar, variantBar } from "./variant-bar.ts";
import { showTexts } from "./variant-page.ts";
import { variantFor, variesOf } from "./variants.ts";

export { PROGRESS };

/**
 * An exercise come alive: checks, hints one at a time, the solution after an attempt, progress kept.
 * The markup is that of Exercise.astro and complete without this.
 */
class DownhillExercise extends HTMLElement {
  #answer!: AnswerForm;
  #keeping!: Keeping;
  /** What the author wrote into the fields: code to begin with, else nothing. */
  #author!: Answer;
  #checks = 0;
  /** The learner wants the solution without an attempt, and has been asked to try. */
  #asked = false;
  /** Takes back the question what to do since the author has changed the code. */
  #unask: (() => void) | undefined;
  /** The answer that comes is of another tab, and saved. */
  #following = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** Puts the chosen numbers on the page, if it has not yet, and gives the feedback in them. */
  #feedback: () => Promise<Material["feedback"]> = async () =>
    (await loadMaterial(this.#id)).feedback;
  #variants: VariantBar | undefined;
  #turns = 0;

  connectedCallback() {
    if (this.dataset["ready"] !== undefined) return;
    const form = this.#part<HTMLFormElement>("form");
    this.#answer = formOf(form, JSON.parse(this.#part("spec").textContent ?? "") as Spec, this.#id);
    const place = this.closest<HTMLElement>("[data-chapter]")?.dataset;
    this.#author = this.#answer.read();
    this.#keeping = exerciseKeeping({
      chapter: place?.["chapter"] ?? location.pathname,
      exercise: this.#id,
      storage: place?.["forgets"] === undefined ? undefined : inMemory(),
      starter: this.#answer.resets ? String(this.#author) : undefined,
      onSaved: (problem) => this.#warn(problem ?? ""),
      onChange: () => this.#tell(),
      onFollow: (_, answer) => this.#follow(answer),
    });
    const { progress, unreadable } = this.#keeping.find();
    const given = this.dataset["numbers"];
    if (given !== undefined && given !== (progress.variant ?? ""))
      this.#keeping.put(turned(progress, progress.answer ?? [], given || undefined));
    if (this.#progress.answer !== undefined) this.#answer.write(this.#progress.answer);
    if (this.dataset["varies"] !== undefined) this.#varies(form);

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#check();
    });
    form.addEventListener("input", (event) => {
      // The code editor reads what was typed a moment after the browser's own event and then says
      // so itself; to touch it before would lose the typed text.
      const typing = event.target instanceof Element && event.target.closest("[data-part=code]");
      if (!typing) this.#changed();
    });
    for (const kind of ["focusin", "pointerenter"])
      this.addEventListener(kind, () => this.#preload(), { once: true });
    this.#part("stop").addEventListener("click", () => this.#answer.stop?.());
    this.#part("reset").addEventListener("click", () => this.#reset());
    this.#part<HTMLDetailsElement>("solution").addEventListener("toggle", () => this.#compare());
    this.#openHintsInTurn();
    this.#part("solution")
      .querySelector("summary")
      ?.addEventListener("click", (event) => {
        const { attempts, passed } = this.#progress;
        if (attempts > 0 || passed || this.#asked) return;
        event.preventDefault();
        this.#asked = true;
        this.#part("first").textContent = say(
          "Try it first, even with a guess: what you answer is compared with the mistakes that others make. Or press Solution again.",
        );
      });
    addEventListener("pagehide", () => this.#keeping.save());
    document.addEventListener("visibilitychange", () => document.hidden && this.#keeping.save());

    this.#part("bar").hidden = false;
    this.#showProgress();
    this.#showReset();
    if (unreadable) this.#warn(unreadable);
    if (unreadable) keepWarning(this.#part("verdict"), form);
    void this.#askEdition();
    this.dataset["ready"] = "";
    this.#tell();
  }

  /** Taken out for good, and not moved: what was typed last is saved before another one reads it. */
  disconnectedCallback() {
    if (!this.isConnected && this.dataset["ready"] !== undefined) this.#keeping.end();
  }

  get #progress() {
    return this.#keeping.progress();
  }

  #preload() {
    this.#answer.preload?.();
    // A failure is told when there is something to check.
    loadMaterial(this.#id).catch(() => {});
  }

  async #check() {
    const check = ++this.#checks;
    this.#part("check").setAttribute("aria-disabled", "true");
    this.#part("stop").hidden = this.#answer.stop === undefined;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      const place = this.#part("verdict");
      place.dataset["kind"] = "error";
      place.textContent = say("Checking …");
    }, 150);
    const answer = this.#answer.read();
    const { verdict, feedback } = await this.#grade();
    // A newer check, or a changed answer, has taken over the page.
    if (check !== this.#checks) return;
    this.#idle();
    this.#show(verdict, feedback);
    const { top, bottom } = this.getBoundingClientRect();
    // Who has gone on reading is not called back.
    if (bottom > 0 && top < innerHeight) this.#part("verdict").scrollIntoView({ block: "nearest" });
    this.#keeping.put(attempted(this.#progress, answer, verdict));
    this.#showProgress();
  }

  #idle() {
    clearTimeout(this.#waiting);
    this.#part<HTMLButtonElement>("check").removeAttribute("aria-disabled");
    this.#part("stop").hidden = true;
  }

  async #grade(): Promise<{ verdict: Verdict; feedback: Material["feedback"] }> {
    try {
      const feedback = await this.#feedback();
      return { verdict: await this.#answer.grade(), feedback };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      // What stands in the way of other numbers is said in whole sentences already.
      const message =
        this.#progress.variant === undefined
          ? say(
              "What checks the answers of this page could not be loaded ({reason}). Your answer is kept. Check the connection and press Check again.",
              { reason },
            )
          : reason;
      return { verdict: { kind: "error", stage: "run", message }, feedback: {} };
    }
  }

  #show(verdict: Verdict, feedback: Material["feedback"]) {
    showVerdict(this.#part("verdict"), verdict, (name) =>
      Object.hasOwn(feedback, name) ? feedback[name] : undefined,
    );
    this.#answer.mark(verdict.kind === "fail" ? (verdict.parts ?? []) : undefined);
    this.#answer.point?.(verdict);
    this.#part("explanation").hidden = verdict.kind !== "pass";
    if (verdict.kind === "pass") this.#showOthers(feedback);
  }

  /** The mistakes that the exercise knows, for who has made none of them. */
  #showOthers(feedback: Material["feedback"]) {
    const known = Object.entries(feedback).filter(([name]) => !name.startsWith("label."));
    const items = [...new Set(known.map(([, html]) => html))].map((html) => {
      const item = document.createElement("li");
      item.innerHTML = html;
      return item;
    });
    const place = this.querySelector<HTMLElement>("[data-part=others]");
    if (!place) return;
    place.hidden = items.length === 0;
    place.querySelector("ul")?.replaceChildren(...items);
  }

  get #id() {
    return this.dataset["exercise"] ?? "";
  }

  /** Shows what another tab has done. */
  #follow(answer: boolean) {
    const { answer: theirs = this.#author } = this.#progress;
    if (answer && JSON.stringify(theirs) !== JSON.stringify(this.#answer.read())) {
      this.#following = true;
      this.#forgetVerdict();
      this.#answer.write(theirs);
      this.#following = false;
      this.#warn(say("Follows what you did in another tab."), "exercise-note");
    }
    this.#showProgress();
    this.#showReset();
  }

  #changed() {
    if (this.#following) return;
    this.#forgetVerdict();
    this.#showReset();
    this.#keeping.keep({ answer: this.#answer.read() });
  }

  #forgetVerdict() {
    this.#checks++;
    this.#answer.stop?.();
    this.#idle();
    this.#answer.mark(undefined);
    this.#answer.point?.({ kind: "pass" });
    this.#part("verdict").replaceChildren();
    this.#part("explanation").hidden = true;
  }

  #varies(form: HTMLElement) {
    const title = this.querySelector(".exercise-title")?.textContent?.trim() ?? this.#id;
    const given = this.dataset["numbers"] !== undefined;
    this.#variants = (given ? givenNumbers : variantBar)({
      // After the verdict, which stands beside what asks for it.
      after: given ? form : this.#part("explanation"),
      title,
      varies: () => variesOf(this.#id),
      used: () => Object.keys({ ...this.#progress.drafts, [this.#progress.variant ?? ""]: "" }),
      onChoice: (code) => this.#turn(code),
    });
    if (this.#progress.variant !== undefined) this.#put(this.#progress.variant);
  }

  /** Turns to the same question in other numbers. */
  #turn(code: string | undefined) {
    this.#keeping.put(turned(this.#progress, this.#answer.read(), code));
    this.#forgetVerdict();
    this.#answer.write(this.#author);
    if (this.#progress.answer !== undefined) this.#answer.write(this.#progress.answer);
    this.#part<HTMLDetailsElement>("solution").open = false;
    this.#put(code);
  }

  #put(code: string | undefined) {
    const turn = ++this.#turns;
    this.#feedback = askOnce(async () => {
      const texts = await variantFor(this.#id, code);
      if (turn === this.#turns) {
        showTexts(this, texts);
        this.#answer.ask?.(specOf(texts.data));
        this.#variants?.show(code);
      }
      return Object.fromEntries(feedbackOf(texts.data));
    });
    this.#variants?.wait(code);
    this.#feedback().catch((error: unknown) =>
      this.#variants?.warn(error instanceof Error ? error.message : String(error)),
    );
  }

  #reset() {
    const now = this.#answer.read();
    const back = now === this.#author ? this.#progress.before : this.#author;
    if (typeof back !== "string" || typeof now !== "string") return;
    this.#answer.write(back);
    // An editor that is not open yet does not tell that its text is another one.
    this.#forgetVerdict();
    this.#keeping.put({ ...this.#progress, answer: back, before: now });
    this.#showReset();
  }

  #showReset() {
    const button = this.#part("reset");
    const original = this.#answer.read() === this.#author;
    const undo = original && this.#progress.before !== undefined;
    button.hidden = !this.#answer.resets || (original && !undo);
    button.textContent = undo ? say("Undo reset") : say("Reset");
    if ((this.#progress.base ?? this.#author) === this.#author) this.#unask?.();
  }

  #openHintsInTurn() {
    const hints = [...this.querySelectorAll<HTMLDetailsElement>("[data-hint]")];
    const reveal = () => {
      hints.forEach((hint, index) => {
        hint.hidden = index > this.#progress.hints;
      });
    };
    hints.forEach((hint, index) => {
      hint.addEventListener("toggle", () => {
        if (hint.open && index >= this.#progress.hints) {
          this.#keeping.keep({ hints: index + 1 });
          reveal();
        }
      });
    });
    reveal();
  }

  #compare() {
    const place = this.querySelector<HTMLElement>("[data-part=beside]");
    if (place && this.#part<HTMLDetailsElement>("solution").open) this.#answer.compare?.(place);
  }

  #showProgress() {
    const { attempts, passed } = this.#progress;
    this.#part("state").textContent = passed ? say("✓ solved") : attempts > 0 ? say("tried") : "";
    this.#part("state").toggleAttribute("data-passed", passed);
    if (attempts > 0) this.#part("first").textContent = "";
    this.#showAside();
    const predicted = document.querySelector<HTMLDetailsElement>(`[data-predict="${this.#id}"]`);
    if (predicted && attempts > 0) predicted.open = true;
  }

  /** Answers that gave way to others are at hand. */
  async #showAside() {
    const { aside: answers = [], variant } = this.#progress;
    if (answers.length === 0 && !this.querySelector(".exercise-aside")) return;
    const { listPutAside } = await import("./put-aside.ts");
    listPutAside({
      after: this.#part("verdict"),
      answers,
      variant,
      onBringBack: (one) => this.#bringBack(one),
    });
  }

  #bringBack(one: PutAside) {
    this.#take(one.answer, {
      aside: (this.#progress.aside ?? []).filter((two) => two !== one),
    });
  }

  /** Says to the page around what there is of the work on this exercise. */
  #tell() {
    this.dispatchEvent(new CustomEvent(PROGRESS, { bubbles: true, detail: this.#progress }));
  }

  /** Takes another answer; the present one is put aside. */
  #take(answer: Answer, change: Partial<Progress>) {
    const work = putAside({ ...this.#progress, ...change }, this.#answer.read());
    this.#answer.write(answer);
    this.#forgetVerdict();
    this.#keeping.put({ ...work, answer });
    this.#showProgress();
    this.#showReset();
  }

  /** The author may have changed the code that the learner's was made from. */
  async #askEdition() {
    const author = this.#author;
    const changed = () => (this.#progress.base ?? author) !== author;
    if (typeof author !== "string" || !changed()) return;
    const { askNewEdition } = await import("#components/editor/new-edition.ts");
    const { base } = this.#progress;
    if (base === undefined || !changed()) return;
    this.#unask = askNewEdition({
      after: this.#part("form"),
      of: "exercise",
      base,
      author,
      mine: () => String(this.#answer.read()),
      onKeep: () => this.#keeping.keep({ base: author }),
      onTake: (text) => this.#take(text, { base: author }),
    });
  }

  /** Says beside the verdict what stands in the way of saving; nothing takes it back. */
  #warn(text: string, kind = "exercise-warning") {
    const place = this.#part("verdict");
    const found = place.querySelector(`.${kind}`);
    if (text === "") return found?.remove();
    const note = found ?? document.createElement("p");
    note.className = kind;
    note.textContent = text;
    if (!found) place.append(note);
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T {
    const found = this.querySelector<T>(`[data-part="${name}"]`);
    if (!found)
      throw new Error(`downhill-exercise: the part "${name}" is missing from Exercise.astro`);
    return found;
  }
}

customElements.define("downhill-exercise", DownhillExercise);
