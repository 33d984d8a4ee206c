import { PROGRESS } from "#components/exercise/element.ts";
import { saveFile } from "#components/shell/save-file.ts";
import { type Assignment, fullPoints } from "#src/classroom/assignment.ts";
import { readSubmission } from "#src/classroom/read-submission.ts";
import type { Student } from "#src/classroom/student.ts";
import { type Submission, submissionName, submissionText } from "#src/classroom/submission.ts";
import { toBlock } from "#src/classroom/text-block.ts";
import { inMemory, openProgress, type Progress, untouched } from "#src/grading/progress.ts";
import { say, sayCount } from "#src/language/say.ts";
import type { Store } from "#src/notebook/store.ts";
import { loadMarkdown } from "../markdown.ts";
import { assignmentInFile, assignmentInLink, isPlace, type Opened } from "../open-assignment.ts";
import { exercisePlace } from "./exercise-place.ts";
import { broughtBack, earlierWith, handIn } from "./hand-in.ts";
import { withKept } from "./kept-work.ts";
import { showKnown } from "./known-list.ts";
import { standingInWords, studentStanding } from "./standing.ts";
import { openRecord, type StudentRecord, scopeOf } from "./student-store.ts";
import { dueInWords, handedInWords } from "./words.ts";

/** How often it is said anew when the assignment is due, in milliseconds. */
const DUE_AGAIN = 10_000;

/** Who the teacher is while looking at an assignment as a student. */
const NOBODY: Student = { name: "Preview", number: "" };

/** A student's assignment come alive: opened from its link or file, worked on, handed in. */
class DownhillAssignment extends HTMLElement {
  #store!: Store<StudentRecord>;
  #record: StudentRecord | undefined;
  #work = new Map<string, Progress>();
  #preview = false;
  /** From which it was opened, to be put back after a step within the page. */
  #address = "";
  /** Counts what was opened: what comes late for an assignment that is no longer shown is dropped. */
  #opened = 0;

  connectedCallback() {
    const press = (name: string, act: () => void) =>
      this.#part(name).addEventListener("click", act);
    press("open", () => this.#part("file").click());
    press("bring", () => this.#part("bring-file").click());
    press("rename", () => this.#askWho());
    press("hand-in", () => this.#handIn("file"));
    press("as-text", () => this.#handIn("text"));
    this.#onFile("file", async (file) => this.#show(await assignmentInFile(file)));
    this.#onFile("bring-file", (file) => this.#bring(file));
    this.#part("who-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#takeWho(event.target as HTMLFormElement);
    });
    this.addEventListener(PROGRESS, (event) => {
      const id = (event.target as HTMLElement).dataset["exercise"] ?? "";
      this.#work.set(id, (event as CustomEvent<Progress>).detail);
      this.#showStanding();
    });
    addEventListener("hashchange", () => this.#moved());
    setInterval(() => this.#showDue(), DUE_AGAIN);
    document.addEventListener("visibilitychange", () => this.#showDue());
    void this.#openAddress();
  }

  /** A link within the page, such as that which skips to its text, closes no assignment. */
  #moved() {
    if (isPlace(location.hash)) history.replaceState(history.state, "", this.#address);
    else void this.#openAddress();
  }

  async #openAddress() {
    const { hash } = location;
    this.#address = location.href;
    this.#preview = /[#&]preview(&|$)/.test(hash);
    if (/[#&]a=/.test(hash)) await this.#show(await assignmentInLink(hash));
    else await this.#show({ problems: [] });
  }

  async #show(opened: Opened) {
    const turn = ++this.#opened;
    const closed = "problems" in opened;
    this.#part("closed").hidden = !closed;
    this.#part("assignment").hidden = closed;
    this.#part("preview").hidden = closed || !this.#preview;
    if (closed) return this.#showClosed(opened.problems);
    const { assignment } = opened;
    this.#store = openRecord(assignment.id, this.#preview ? inMemory() : undefined);
    const { value, problem, raw } = this.#store.read();
    this.#record = {
      ...(value ?? { handed: [], earlier: {} }),
      assignment,
      ...(this.#preview && { student: NOBODY }),
    };
    if (value) this.#keep({});
    if (problem && raw !== undefined) this.#say("handed", problem);
    this.#part("title").textContent = assignment.title;
    document.title = say("{title} · Downhill", { title: assignment.title });
    this.#showDue();
    // What the student writes meanwhile stays: nothing below waits for the text.
    void loadMarkdown().then((markdown) => {
      if (turn === this.#opened) this.#part("text").innerHTML = markdown.text(assignment.text);
    });
    if (this.#record.student) await this.#showWork();
    else this.#askWho();
  }

  /** Said anew as time goes on: a page may stay open past the due time. */
  #showDue() {
    const assignment = this.#record?.assignment;
    if (!assignment) return;
    const words = dueInWords(assignment, Date.now());
    if (this.#part("due").textContent !== words) this.#say("due", words);
  }

  #showClosed(problems: readonly string[]) {
    this.#part("title").textContent = say("Assignment");
    this.#part("problems").replaceChildren(...problems.map(listItem));
    showKnown(this.#part("known"), this.#part("known-list"), this.dataset["base"] ?? "/");
  }

  #askWho() {
    const form = this.#part<HTMLFormElement>("who-form");
    const { name = "", number = "" } = this.#record?.student ?? {};
    field(form, "name").value = name;
    field(form, "number").value = number;
    form.hidden = false;
    this.#part("who").hidden = true;
    if (this.#record?.student) field(form, "name").focus();
  }

  #takeWho(form: HTMLFormElement) {
    const [name = "", number = ""] = ["name", "number"].map((one) => field(form, one).value.trim());
    this.#say(
      "who-problem",
      name === "" ? say("Write your name, so that your work can be told from others'.") : "",
    );
    if (name === "") return field(form, "name").focus();
    this.#keep({ student: { name, number } });
    void this.#showWork().then(() => this.#part("standing").scrollIntoView({ block: "center" }));
  }

  /** Sets out the exercises in the numbers of the student. */
  async #showWork() {
    const record = this.#record;
    if (!record?.student) return;
    const { assignment, student } = record;
    const turn = this.#opened;
    this.#part("who-form").hidden = true;
    this.#part("who").hidden = false;
    this.#part("rename").hidden = this.#preview;
    this.#part("who-said").textContent = [student.name, student.number].filter(Boolean).join(", ");
    const options = {
      assignment,
      student,
      base: this.dataset["base"] ?? "/",
      forgets: this.#preview,
    };
    const places = await Promise.all(
      assignment.exercises.map((exercise, index) => exercisePlace(exercise, index, options)),
    );
    if (turn !== this.#opened) return;
    this.#work.clear();
    this.#part("work").hidden = false;
    this.#part("exercises").replaceChildren(...places);
    this.#showStanding();
    const { handed } = record;
    if (handed.length > 0) this.#say("handed", handedInWords(assignment, handed));
    for (const name of ["hand-in", "as-text", "bring"])
      this.#part<HTMLButtonElement>(name).disabled = this.#preview;
  }

  #showStanding() {
    const { assignment, student } = this.#record ?? {};
    if (!assignment || !student) return;
    const text = standingInWords(
      studentStanding(assignment, this.#allWork(assignment, student)),
      assignment.exercises.length,
      fullPoints(assignment),
    );
    // Said once: a screen reader would read the same sentence at every key.
    if (this.#part("standing").textContent !== text) this.#say("standing", text);
  }

  /** That of exercises that could not be shown is as it is kept, unless all is only tried. */
  #allWork(assignment: Assignment, student: Student): ReadonlyMap<string, Progress> {
    return this.#preview ? this.#work : withKept(this.#work, assignment, student);
  }

  async #handIn(how: "file" | "text") {
    const { assignment, student, handed = [], earlier = {} } = this.#record ?? {};
    if (!assignment || !student) return;
    const submission = await handIn({
      assignment,
      student,
      work: this.#allWork(assignment, student),
      earlier,
      edition: this.dataset["edition"] ?? "",
      now: new Date(),
    });
    const times = [...handed, Date.parse(submission.made)];
    const name = submissionName(submission, assignment);
    if (how === "file") saveFile(name, submissionText(submission), "application/json");
    else this.#showBlock(assignment, student, submission);
    const words = handedInWords(assignment, times, how === "file" ? name : undefined);
    this.#say("handed", [words, this.#keep({ handed: times })].filter(Boolean).join(" "));
  }

  #showBlock({ title }: Assignment, { name }: Student, submission: Submission) {
    const block = this.#part<HTMLTextAreaElement>("block");
    block.value = toBlock(submissionText(submission), `${title}: ${name}`);
    this.#part("block-place").hidden = false;
    block.focus();
    block.select();
  }

  /** Takes the answers of a file that was handed in elsewhere. */
  async #bring(file: File) {
    const record = this.#record;
    if (!record) return;
    const received = await readSubmission(new Uint8Array(await file.arrayBuffer()));
    if (received.kind === "unreadable") return this.#say("brought", received.flag.words);
    const { submission } = received;
    const { assignment } = record;
    if (submission.assignment.id !== assignment.id)
      return this.#say(
        "brought",
        say("This file was handed in for another assignment. Open the link of that one first."),
      );
    // Taken from the page, they save what was typed last, and it is there to be put aside.
    this.#part("exercises").replaceChildren();
    const problems = assignment.exercises.flatMap(({ id }) => {
      const handed = submission.answers.find((one) => one.exercise === id);
      if (!handed) return [];
      const store = openProgress(scopeOf(assignment), id);
      const problem = store.write(broughtBack(store.read().value ?? untouched, handed));
      return problem ? [problem] : [];
    });
    const { student = submission.student } = record;
    const earlier = earlierWith(record.earlier, submission.answers);
    const problem = this.#keep({ student, earlier });
    await this.#showWork();
    const count = submission.answers.filter(({ answer }) => answer !== undefined).length;
    this.#say(
      "brought",
      [
        sayCount(
          {
            one: "1 answer has come from the file. Press Check at each to see what is right; answers that stood here before are listed there.",
            other:
              "{count} answers have come from the file. Press Check at each to see what is right; answers that stood here before are listed there.",
          },
          count,
        ),
        ...new Set([...problems, ...(problem ? [problem] : [])]),
      ].join(" "),
    );
  }

  /** Changes the record and keeps it; what stands in the way of that, in words. */
  #keep(change: Partial<StudentRecord>): string | undefined {
    if (!this.#record) return undefined;
    this.#record = { ...this.#record, ...change };
    return this.#store.write(this.#record);
  }

  #onFile(name: string, take: (file: File) => Promise<void>) {
    const input = this.#part<HTMLInputElement>(name);
    input.addEventListener("change", () => {
      const [file] = input.files ?? [];
      input.value = "";
      if (file) void take(file);
    });
  }

  #say(name: string, text: string) {
    this.#part(name).textContent = text;
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T {
    const found = [...this.querySelectorAll<T>(`[data-part="${name}"]`)].find(
      (one) => !one.closest("downhill-exercise"),
    );
    if (!found) throw new Error(`downhill-assignment: the part "${name}" is missing`);
    return found;
  }
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}

function listItem(text: string): HTMLLIElement {
  const item = document.createElement("li");
  item.textContent = text;
  return item;
}

customElements.define("downhill-assignment", DownhillAssignment);
