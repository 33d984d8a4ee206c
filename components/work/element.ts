import { askToLast, lasts } from "#components/shell/lasting.ts";
import { saveFile } from "#components/shell/save-file.ts";
import { answerInWords } from "#src/grading/answer-in-words.ts";
import { openProgress, type Progress, untouched } from "#src/grading/progress.ts";
import { strayWork } from "#src/grading/stray-work.ts";
import { uniteWork } from "#src/grading/unite-work.ts";
import { nextTask, type Standing, standingOf, type Task } from "#src/grading/work.ts";
import {
  MOST_WORK,
  packWork,
  putWork,
  takeBackWork,
  unpackWork,
  type Work,
  workIn,
} from "#src/grading/work-file.ts";
import { say, sayCount } from "#src/language/say.ts";
import { listStrays } from "./stray-list.ts";

/** The page of all work come alive: standing, next exercise, and all work as one file. */
class DownhillWork extends HTMLElement {
  /** What was here before work was brought back from a file, and what is since. */
  #brought: { readonly before: Work; readonly after: Work } | undefined;
  #said = "";

  connectedCallback() {
    this.#part("save").addEventListener("click", () => this.#save());
    this.#part("open").addEventListener("click", () => this.#part("file").click());
    this.#part("undo").addEventListener("click", () => this.#undo());
    this.#part<HTMLInputElement>("file").addEventListener("change", (event) =>
      this.#open(event.target as HTMLInputElement),
    );
    this.#part("safe").addEventListener("click", () => this.#last());
    this.#show();
    void this.#showBar();
    // Work goes on in other tabs.
    window.addEventListener("storage", ({ key }) => {
      if (key === null || key.startsWith("downhill:exercise:")) this.#show(this.#said);
    });
    import("#components/shell/second-tab.ts").then(
      ({ noticeOtherTabs }) => noticeOtherTabs("my-work"),
      () => {},
    );
  }

  #show(message = "") {
    this.#said = message;
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
    const sum = say("In the whole book: {standing}.", {
      standing: inWords(standingOf(tasks, progressOf)),
    });
    this.#part("sum").textContent = [message, sum, ...problems].filter(Boolean).join(" ");
    this.#part("undo").hidden = this.#brought === undefined;
    this.#showStrays();
  }

  #suggest(task: Task | undefined) {
    const link = this.#part<HTMLAnchorElement>("next");
    link.hidden = task === undefined;
    const there = task && this.querySelector<HTMLAnchorElement>(`[data-exercise="${task.id}"] a`);
    if (!there) return;
    link.href = there.href;
    link.textContent = say("Next: {exercise}", { exercise: there.textContent });
  }

  #save() {
    const storage = this.#storage();
    if (!storage) return;
    const now = new Date();
    const name = `downhill-work-${now.toISOString().slice(0, 10)}.json`;
    saveFile(name, packWork(workIn(storage), now), "application/json");
    this.#show(say("Saved as a file."));
  }

  /** Where work is kept; where the browser keeps none, that is said. */
  #storage(): Storage | undefined {
    try {
      return localStorage;
    } catch {
      this.#show(
        say(
          "This browser does not let the page store anything (site data is blocked), so there is no work here. Allow it for this site and load the page again.",
        ),
      );
      return undefined;
    }
  }

  async #open(input: HTMLInputElement) {
    const [file] = input.files ?? [];
    input.value = "";
    if (!file) return;
    // Four bytes are the most that a character takes.
    const read = unpackWork(await file.slice(0, 4 * MOST_WORK + 4).text());
    if ("problem" in read) return this.#show(read.problem);
    const storage = this.#storage();
    if (!storage) return;
    const before = workIn(storage);
    const after = uniteWork(before, read.work, Date.now());
    const problem = putWork(storage, after);
    if (problem === undefined) this.#brought = { before, after };
    this.#show(
      problem ??
        say(
          "The work of the file is here. What was here before is here too: texts that gave way are among the earlier versions of their cells, and beside their exercises.",
        ),
    );
  }

  #undo() {
    if (!this.#brought) return;
    const { before, after } = this.#brought;
    const problem = takeBackWork(localStorage, before, after);
    this.#brought = undefined;
    this.#show(problem ?? say("What was here before is back."));
  }

  /** What is kept and shown on no page. */
  #showStrays() {
    const cells = new Set(
      [...this.querySelectorAll<HTMLElement>("section[data-chapter]")].flatMap(({ dataset }) =>
        (dataset["hasCells"] ?? "").split(" ").map((id) => `${dataset["chapter"]}:${id}`),
      ),
    );
    const inBook = (kind: "cell" | "exercise", chapter: string, id: string) =>
      kind === "cell"
        ? cells.has(`${chapter}:${id}`)
        : this.querySelector(
            `[data-chapter="${CSS.escape(chapter)}"] [data-exercise="${CSS.escape(id)}"]`,
          ) !== null;
    try {
      listStrays(this.#part("strays"), strayWork(workIn(localStorage), inBook));
    } catch {
      // Where the browser denies its storage there is none.
    }
  }

  /** Shows what can be done; the browser is to be asked to keep the work, unless it does so already. */
  async #showBar() {
    this.#part("safe").hidden = (await lasts()) !== "refused";
    this.#part("bar").hidden = false;
  }

  async #last() {
    const answer = await askToLast();
    this.#part("safe").hidden = answer === "kept";
    this.#show(
      answer === "kept"
        ? say("This browser keeps your work until you clear it yourself.")
        : say(
            "This browser does not promise to keep your work: it may clear it when it runs short of space, or when you have not come for long. Save it as a file now and then.",
          ),
    );
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T {
    const found = this.querySelector<T>(`[data-part="${name}"]`);
    if (!found) throw new Error(`downhill-work: the part "${name}" is missing from my-work.astro`);
    return found;
  }
}

function showTask(item: HTMLElement, { attempts, passed, answer }: Progress) {
  const state = item.querySelector<HTMLElement>("[data-part=state]");
  const times = `${attempts} ${sayCount({ one: "attempt", other: "attempts" }, attempts)}`;
  if (state) {
    state.textContent = passed
      ? say("✓ solved, {attempts}", { attempts: times })
      : attempts > 0
        ? say("tried, {attempts}", { attempts: times })
        : "";
    state.toggleAttribute("data-passed", passed);
  }
  const fold = item.querySelector<HTMLDetailsElement>("[data-part=answer]");
  const pre = fold?.querySelector("pre");
  const text = attempts > 0 && answer !== undefined ? answerInWords(answer) : "";
  if (fold) fold.hidden = text === "";
  if (pre) pre.textContent = text;
}

function inWords({ solved, tried, total }: Standing): string {
  const others = tried > 0 ? say(", {tried} tried", { tried }) : "";
  return say("{solved} of {total} solved{others}", { solved, total, others });
}

customElements.define("downhill-work", DownhillWork);
