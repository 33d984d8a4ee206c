import { saveFile } from "#components/shell/save-file.ts";
import { answerInWords } from "#src/grading/answer-in-words.ts";
import { openProgress, type Progress, untouched } from "#src/grading/progress.ts";
import { nextTask, type Standing, standingOf, type Task } from "#src/grading/work.ts";
import { packWork, replaceWork, unpackWork, type Work, workIn } from "#src/grading/work-file.ts";

/** The page of all work come alive: standing, next exercise, and all work as one file. */
class DownhillWork extends HTMLElement {
  /** What was here before work was brought back from a file. */
  #before: Work | undefined;

  connectedCallback() {
    this.#part("bar").hidden = false;
    this.#part("save").addEventListener("click", () => this.#save());
    this.#part("open").addEventListener("click", () => this.#part("file").click());
    this.#part("undo").addEventListener("click", () => this.#undo());
    this.#part<HTMLInputElement>("file").addEventListener("change", (event) =>
      this.#open(event.target as HTMLInputElement),
    );
    this.#show();
  }

  #show(message = "") {
    const sections = [...this.querySelectorAll<HTMLElement>("section")];
    const progress = new Map<string, Progress>();
    const problems: string[] = [];
    const tasks: Task[] = sections.flatMap((section) => {
      const chapter = section.dataset["chapter"] ?? "";
      return [...section.querySelectorAll<HTMLElement>("[data-exercise]")].map((item) => {
        const id = item.dataset["exercise"] ?? "";
        const { value, problem, raw } = openProgress(chapter, id).read();
        if (problem && raw !== undefined) problems.push(problem);
        progress.set(id, value ?? untouched);
        showTask(item, value ?? untouched);
        return { id, chapter };
      });
    });
    const progressOf = ({ id }: Task) => progress.get(id) ?? untouched;
    for (const section of sections) {
      const mine = tasks.filter(({ chapter }) => chapter === section.dataset["chapter"]);
      const place = section.querySelector("[data-part=standing]");
      if (place) place.textContent = inWords(standingOf(mine, progressOf));
    }
    const needs = Object.fromEntries(
      sections.map(({ dataset }) => [
        dataset["chapter"],
        (dataset["needs"] ?? "").split(" ").filter(Boolean),
      ]),
    );
    this.#suggest(nextTask(tasks, progressOf, needs));
    const sum = `In the whole book: ${inWords(standingOf(tasks, progressOf))}.`;
    this.#part("sum").textContent = [message, sum, ...problems].filter(Boolean).join(" ");
    this.#part("undo").hidden = this.#before === undefined;
  }

  #suggest(task: Task | undefined) {
    const link = this.#part<HTMLAnchorElement>("next");
    link.hidden = task === undefined;
    const there = task && this.querySelector<HTMLAnchorElement>(`[data-exercise="${task.id}"] a`);
    if (!there) return;
    link.href = there.href;
    link.textContent = `Next: ${there.textContent}`;
  }

  #save() {
    const storage = this.#storage();
    if (!storage) return;
    const now = new Date();
    const name = `downhill-work-${now.toISOString().slice(0, 10)}.json`;
    saveFile(name, packWork(workIn(storage), now), "application/json");
    this.#show("Saved as a file.");
  }

  /** Where work is kept; where the browser keeps none, that is said. */
  #storage(): Storage | undefined {
    try {
      return localStorage;
    } catch {
      this.#show(
        "This browser does not let the page store anything (site data is blocked), so there is no work here. Allow it for this site and load the page again.",
      );
      return undefined;
    }
  }

  async #open(input: HTMLInputElement) {
    const [file] = input.files ?? [];
    input.value = "";
    if (!file) return;
    const read = unpackWork(await file.text());
    if ("problem" in read) return this.#show(read.problem);
    const storage = this.#storage();
    if (!storage) return;
    const before = workIn(storage);
    const problem = replaceWork(storage, read.work);
    if (problem === undefined) this.#before = before;
    this.#show(problem ?? "The work of the file is here, in the place of what was here before.");
  }

  #undo() {
    if (!this.#before) return;
    const problem = replaceWork(localStorage, this.#before);
    this.#before = undefined;
    this.#show(problem ?? "What was here before is back.");
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T {
    const found = this.querySelector<T>(`[data-part="${name}"]`);
    if (!found) throw new Error(`downhill-work: the part "${name}" is missing from my-work.astro`);
    return found;
  }
}

function showTask(item: HTMLElement, { attempts, passed, answer }: Progress) {
  const state = item.querySelector<HTMLElement>("[data-part=state]");
  const times = `${attempts} ${attempts === 1 ? "attempt" : "attempts"}`;
  if (state) {
    state.textContent = passed ? `✓ solved, ${times}` : attempts > 0 ? `tried, ${times}` : "";
    state.toggleAttribute("data-passed", passed);
  }
  const fold = item.querySelector<HTMLDetailsElement>("[data-part=answer]");
  const pre = fold?.querySelector("pre");
  const text = attempts > 0 && answer !== undefined ? answerInWords(answer) : "";
  if (fold) fold.hidden = text === "";
  if (pre) pre.textContent = text;
}

function inWords({ solved, tried, total }: Standing): string {
  const others = tried > 0 ? `, ${tried} tried` : "";
  return `${solved} of ${total} solved${others}`;
}

customElements.define("downhill-work", DownhillWork);
