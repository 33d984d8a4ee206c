import { type Assignment, assignmentDigest, fullPoints } from "#src/classroom/assignment.ts";
import { canonical } from "#src/classroom/canonical.ts";
import { readMarks } from "#src/classroom/marks-file.ts";
import type { Overrides } from "#src/classroom/table.ts";
import { say, sayCount } from "#src/language/say.ts";
import type { Store } from "#src/notebook/store.ts";
import { assignmentInFile, assignmentInLink, type Opened } from "../open-assignment.ts";
import { type ClassState, tabulated } from "./class-state.ts";
import { chosenFiles, droppedFiles, type NamedFile } from "./dropped-files.ts";
import { exportBar } from "./export-bar.ts";
import { type GradingRun, gradingRun } from "./grading-run.ts";
import { newHandIns, pastedHandIns, sortFiles } from "./hand-ins.ts";
import { assignmentLine } from "./in-words.ts";
import { keptAssignments } from "./kept-assignments.ts";
import { loadQuestions } from "./load-questions.ts";
import { merged, noMarks, openMarks, pointsIn, withOverride } from "./marks.ts";
import type { HandIn } from "./regrade-protocol.ts";
import { resultsView } from "./results-view.ts";
import { judgesHere, WORKERS, workerHere } from "./start-grading.ts";

/** Time between two drawings of the table while files come in, in milliseconds. */
const REDRAW = 1000;

/** The teacher's table come alive: opens an assignment, takes files, has them graded, and shows them. */
class DownhillClassTable extends HTMLElement {
  #state: ClassState | undefined;
  /** What was handed in, by name. */
  readonly #handIns = new Map<string, HandIn>();
  #run: GradingRun | undefined;
  #digest = "";
  #store: Store<Overrides> | undefined;
  /** What was decided before a file of comments was opened. */
  #before: Overrides | undefined;
  #pasted = 0;
  #drawing: ReturnType<typeof setTimeout> | undefined;
  /** Counts openings: a slow one does not take the place of a later one. */
  #opening = 0;

  readonly #exports = exportBar({
    state: () => this.#upToDate(),
    digest: () => this.#digest,
    openMarks: (file) => void this.#openMarks(file),
    undo: () => this.#undoMarks(),
    fail: (words) => this.#problem(words),
  });

  readonly #view = resultsView({
    place: document.createElement("div"),
    exports: this.#exports.element,
    decide: (key, exercise, typed) => this.#decide(key, exercise, typed),
  });

  connectedCallback() {
    this.#part("results").replaceWith(this.#view.place);
    this.#part("assignment").hidden = false;
    this.#part("hand-ins").hidden = false;
    this.#listenToAssignment();
    this.#listenToFiles();
    this.#offerDrafts();
    if (location.hash.startsWith("#a=")) void this.#open(assignmentInLink(location.hash));
  }

  #listenToAssignment() {
    const file = this.#part<HTMLInputElement>("assignment-file");
    this.#part("open-assignment").addEventListener("click", () => file.click());
    file.addEventListener("change", () => {
      const [chosen] = file.files ?? [];
      file.value = "";
      if (chosen) void this.#open(assignmentInFile(chosen));
    });
    const form = this.#part<HTMLFormElement>("link-form");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const link = new FormData(form).get("link");
      void this.#open(assignmentInLink(String(link)));
    });
    this.#part("another").addEventListener("click", () => {
      this.#part("ways").hidden = false;
      this.#part("another").hidden = true;
      this.#part("open-assignment").focus();
    });
  }

  #listenToFiles() {
    this.#part<HTMLInputElement>("folder").webkitdirectory = true;
    for (const [press, field] of [
      ["choose-folder", "folder"],
      ["choose-files", "files"],
    ] as const) {
      const input = this.#part<HTMLInputElement>(field);
      this.#part(press).addEventListener("click", () => input.click());
      input.addEventListener("change", () => {
        const chosen = chosenFiles(input.files ?? []);
        input.value = "";
        void this.#take(chosen);
      });
    }
    // A file dropped beside the place would be opened by the browser, and the table would be gone.
    for (const kind of ["dragover", "drop"] as const)
      document.addEventListener(kind, (event) => {
        if (!event.dataTransfer?.types.includes("Files")) return;
        event.preventDefault();
        if (kind === "drop") this.#drop(event.dataTransfer);
      });
    const paste = this.#part("paste");
    const form = this.#part<HTMLFormElement>("paste-form");
    paste.addEventListener("click", () => {
      form.hidden = !form.hidden;
      paste.setAttribute("aria-expanded", String(!form.hidden));
      if (!form.hidden) form.querySelector("textarea")?.focus();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const taken = pastedHandIns(String(new FormData(form).get("text")), this.#pasted);
      this.#pasted += taken.length;
      if (taken.length === 0) return this.#problem(say("There is no text yet. Paste it first."));
      form.reset();
      this.#add(taken, 0);
    });
    this.#part("stop").addEventListener("click", () => this.#run?.stop());
    this.#part("go-on").addEventListener("click", () => {
      this.#problem("");
      this.#run?.goOn();
      this.#progress();
    });
  }

  #offerDrafts() {
    let kept: readonly Assignment[] = [];
    try {
      kept = keptAssignments(localStorage);
    } catch {
      // Storage may be denied; files and links do without.
    }
    if (kept.length === 0) return;
    const select = this.#part<HTMLSelectElement>("draft");
    select.append(
      new Option("choose", ""),
      ...kept.map(({ title }, index) => new Option(title, String(index))),
    );
    this.#part("drafts").hidden = false;
    select.addEventListener("change", () => {
      const chosen = kept[Number(select.value)];
      if (select.value !== "" && chosen) void this.#open(Promise.resolve({ assignment: chosen }));
    });
  }

  async #open(opening: Promise<Opened>) {
    const mine = ++this.#opening;
    const opened = await opening;
    const tell = (words: string) => {
      if (mine === this.#opening) this.#part("assignment-problem").textContent = words;
    };
    if ("problems" in opened) return tell(opened.problems.join(" "));
    const { assignment } = opened;
    try {
      const { base = "/", chapters = "" } = this.dataset;
      const place = { base, chapters: chapters.split(" ") };
      const questions = await loadQuestions(assignment, place);
      const digest = await assignmentDigest(assignment);
      if (mine !== this.#opening) return;
      tell("");
      this.#begin(assignment, new Map(questions.map((one) => [one.id, one])), digest);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      tell(
        say("The exercises of this assignment could not be loaded ({reason}). Try again.", {
          reason,
        }),
      );
    }
  }

  #begin(assignment: Assignment, questions: ClassState["questions"], digest: string | undefined) {
    this.#run?.stop();
    // Without https there is no digest; the text itself tells assignments apart as well.
    this.#digest = digest ?? canonical(assignment);
    this.#store = openMarks(this.#digest);
    const { value = noMarks, problem = "" } = this.#store.read();
    this.#before = undefined;
    const { base = "/" } = this.dataset;
    this.#state = tabulated({ assignment, questions, graded: new Map(), marks: value, base });
    const title = document.createElement("strong");
    title.textContent = assignment.title;
    const line = assignmentLine(assignment, fullPoints(assignment));
    this.#part("opened").replaceChildren(title, `: ${line}.`);
    this.#part("ways").hidden = true;
    this.#part("another").hidden = false;
    this.#problem(problem);
    this.#view.clear();
    const run = gradingRun({
      grounds: {
        assignment,
        digest,
        questions: [...questions.values()],
        edition: this.dataset["edition"] ?? "",
      },
      startWorker: workerHere,
      startJudges: judgesHere,
      // One more than can be judged at a time, so that none waits while a file is read.
      atOnce: WORKERS + 1,
      onGraded: (one) => {
        if (run !== this.#run || !this.#state) return;
        (this.#state.graded as Map<string, typeof one>).set(one.result.file, one);
        this.#progress();
        this.#drawing ??= setTimeout(() => this.#draw(), REDRAW);
      },
      onEnd: (why) => {
        if (run !== this.#run) return;
        if (why !== undefined) this.#problem(why);
        this.#draw();
        this.#progress();
      },
    });
    this.#run = run;
    run.add([...this.#handIns.values()]);
    this.#progress();
  }

  #drop(data: DataTransfer) {
    // Asked for in the event itself: afterwards the browser has forgotten what was dropped.
    void droppedFiles(data).then(
      (found) => this.#take(found),
      (error: unknown) =>
        this.#problem(
          say("What was dropped could not be read ({reason}). Choose the folder instead.", {
            reason: error instanceof Error ? error.message : String(error),
          }),
        ),
    );
  }

  async #take(found: readonly NamedFile[]) {
    this.#problem("");
    if (found.length === 0)
      return this.#problem(
        say("There is no file in what you gave. Choose the folder with the files."),
      );
    const { files, assignments, marks } = await sortFiles(found);
    const [assignment] = assignments;
    if (assignment && !this.#state) await this.#open(assignmentInFile(assignment));
    const { fresh, known } = newHandIns(files, this.#handIns);
    this.#add(fresh, known);
    if (this.#state) for (const file of marks) await this.#openMarks(file);
  }

  #add(fresh: readonly HandIn[], known: number) {
    for (const handIn of fresh) this.#handIns.set(handIn.name, handIn);
    this.#run?.add(fresh);
    this.#progress(
      known > 0
        ? sayCount(
            {
              one: "{count} file was here already.",
              other: "{count} files were here already.",
            },
            known,
          )
        : "",
    );
  }

  /** Says how far grading has come. */
  #progress(more = "") {
    const all = this.#handIns.size;
    const left = this.#run?.waiting() ?? all;
    const bar = this.#part<HTMLProgressElement>("progress");
    bar.hidden = left === 0 || !this.#run;
    bar.max = Math.max(1, all);
    bar.value = all - left;
    const going = this.#run?.going() ?? false;
    this.#part("stop").hidden = !going;
    this.#part("go-on").hidden = going || left === 0 || !this.#run;
    const words =
      all === 0
        ? ""
        : !this.#run
          ? say("{files} waiting. Open the assignment, and they are graded.", {
              files: sayCount({ one: "{count} file", other: "{count} files" }, all),
            })
          : left === 0
            ? say("{files} graded.", {
                files: sayCount({ one: "{count} file", other: "{count} files" }, all),
              })
            : say("{graded} of {files} graded{stopped}.", {
                graded: all - left,
                files: sayCount({ one: "{count} file", other: "{count} files" }, all),
                stopped: going ? "" : say(", stopped"),
              });
    const status = this.#part("status");
    const text = [words, more].filter(Boolean).join(" ");
    if (status.textContent !== text) status.textContent = text;
    // While it goes on, every file would be read aloud.
    status.setAttribute("aria-live", going ? "off" : "polite");
  }

  #draw() {
    clearTimeout(this.#drawing);
    this.#drawing = undefined;
    if (!this.#state) return;
    this.#state = tabulated(this.#state);
    if (this.#state.graded.size > 0) this.#view.show(this.#state);
  }

  #decide(
    key: string,
    exercise: string,
    typed: { readonly points?: string; readonly comment: string },
  ): string | undefined {
    if (!this.#state) return undefined;
    const most = this.#state.assignment.exercises.find(({ id }) => id === exercise)?.points ?? 0;
    const read = pointsIn(typed.points ?? "", most);
    const before = this.#state.marks[key]?.[exercise]?.points;
    const points = "problem" in read ? before : read.points;
    const { comment } = typed;
    const decided = { comment, ...(points !== undefined && { points }) };
    const problem = this.#keep(withOverride(this.#state.marks, key, exercise, decided));
    return "problem" in read ? read.problem : problem;
  }

  /** What is saved has what was decided the moment before, too. */
  #upToDate(): ClassState | undefined {
    if (this.#drawing !== undefined) this.#draw();
    return this.#state;
  }

  /** Keeps what was decided, and draws it when the teacher has stopped typing. */
  #keep(marks: Overrides): string | undefined {
    if (!this.#state) return undefined;
    this.#state = { ...this.#state, marks };
    this.#drawing ??= setTimeout(() => this.#draw(), REDRAW / 4);
    return this.#store?.write(Object.keys(marks).length > 0 ? marks : undefined);
  }

  async #openMarks(file: File) {
    if (!this.#state) return;
    const read = readMarks(await file.text(), this.#digest);
    if ("problem" in read) return this.#problem(read.problem);
    this.#before = this.#state.marks;
    this.#problem(this.#keep(merged(this.#state.marks, read.marks)) ?? "");
    this.#exports.undoable(true);
  }

  #undoMarks() {
    if (!this.#before) return;
    this.#problem(this.#keep(this.#before) ?? "");
    this.#before = undefined;
    this.#exports.undoable(false);
  }

  #problem(words: string) {
    this.#part("problem").textContent = words;
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T {
    const found = this.querySelector<T>(`[data-part="${name}"]`);
    if (!found) throw new Error(`downhill-class-table: the part "${name}" is missing`);
    return found;
  }
}

customElements.define("downhill-class-table", DownhillClassTable);
