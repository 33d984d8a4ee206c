import { type Assignment, assignmentDigest, fullPoints } from "#src/classroom/assignment.ts";
import { canonical } from "#src/classroom/canonical.ts";
import { readMarks } from "#src/classroom/marks-file.ts";
import type { Overrides } from "#src/classroom/table.ts";
import { say, sayCount } from "#src/language/say.ts";
import { assignmentInFile, assignmentInLink, type Opened } from "../open-assignment.ts";
import { type ClassState, tabulated } from "./class-state.ts";
import { chosenFiles, droppedFiles, type NamedFile } from "./dropped-files.ts";
import { exportBar } from "./export-bar.ts";
import { type GradingRun, gradingRun } from "./grading-run.ts";
import { newHandIns, pastedHandIns, sortFiles } from "./hand-ins.ts";
import { assignmentLine } from "./in-words.ts";
import { keptAssignments } from "./kept-assignments.ts";
import { loadQuestions } from "./load-questions.ts";
import {
  type Change,
  decided,
  type KeptMarks,
  merged,
  noMarks,
  openMarks,
  united,
  withOverride,
} from "./marks.ts";
import { notTaken } from "./not-taken.ts";
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
  #store: KeptMarks | undefined;
  /** What was decided before files of comments were opened, and with them. */
  #opened: { readonly before: Overrides; readonly after: Overrides } | undefined;
  #pasted = 0;
  #drawing: ReturnType<typeof setTimeout> | undefined;
  /** Counts openings: a slow one does not take the place of a later one. */
  #opening = 0;

  readonly #exports = exportBar({
    state: () => this.#upToDate(),
    digest: () => this.#digest,
    openMarks: (file) => void this.#openMarks([file]).then((words) => this.#problem(words)),
    undo: () => this.#undoMarks(),
    fail: (words) => this.#problem(words),
  });

  readonly #view = resultsView({
    place: document.createElement("div"),
    exports: this.#exports.element,
    decide: (key, exercise, change) => this.#decide(key, exercise, change),
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
    this.#opened = undefined;
    this.#exports.undoable(false);
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
    const first = this.#state ? undefined : assignments[0];
    if (first) await this.#open(assignmentInFile(first));
    const { fresh, known } = newHandIns(files, this.#handIns);
    this.#add(fresh, known);
    const ignored = await notTaken(
      { assignments: assignments.filter((one) => one !== first), marks },
      this.#state?.assignment,
    );
    const opened = this.#state ? await this.#openMarks(marks) : "";
    const words = [ignored, opened].filter(Boolean).join(" ");
    if (words !== "") this.#problem(words);
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

  #decide(key: string, exercise: string, change: Change): string | undefined {
    if (!this.#state) return undefined;
    const { marks } = this.#state;
    const before = decided(marks, key, exercise);
    return this.#keep(withOverride(marks, key, exercise, { ...before, ...change }));
  }

  /** What is saved has what was decided the moment before, too, and in another tab. */
  #upToDate(): ClassState | undefined {
    if (this.#state) this.#keep(this.#state.marks);
    if (this.#drawing !== undefined) this.#draw();
    return this.#state;
  }

  /** Keeps what was decided, and draws it when the teacher has stopped typing. */
  #keep(ours: Overrides): string | undefined {
    if (!this.#state || !this.#store) return undefined;
    const { marks, problem } = this.#store.write(ours);
    this.#state = { ...this.#state, marks };
    this.#drawing ??= setTimeout(() => this.#draw(), REDRAW / 4);
    return problem;
  }

  /** Opens files of comments, which can be taken back together. Returns what there is to say. */
  async #openMarks(files: readonly File[]): Promise<string> {
    const texts = await Promise.all(files.map((file) => file.text()));
    if (!this.#state) return "";
    const reads = texts.map((text) => readMarks(text, this.#digest));
    const said = reads.map((read, index) => {
      const words = "problem" in read ? read.problem : read.left;
      return words && `${files[index]?.name}: ${words}`;
    });
    const brought = reads.flatMap((read) => ("problem" in read ? [] : [read.marks]));
    if (brought.length > 0) {
      const before = this.#state.marks;
      const after = brought.reduce(merged, before);
      this.#opened = { before, after };
      said.push(this.#keep(after));
      this.#exports.undoable(true);
    }
    return said.filter(Boolean).join(" ");
  }

  /** Takes back what the files brought, but nothing that was decided since. */
  #undoMarks() {
    if (!this.#opened || !this.#state) return;
    const { before, after } = this.#opened;
    this.#problem(this.#keep(united(after, before, this.#state.marks)) ?? "");
    this.#opened = undefined;
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
