import { variantFor } from "#components/exercise/variants.ts";
import { pageRules } from "#components/print/page-header.ts";
import type { VariantTexts } from "#src/course/variant-texts.ts";
import { openProgress, type Progress, untouched } from "#src/grading/progress.ts";
import type { Task } from "#src/grading/work.ts";
import { workIn } from "#src/grading/work-file.ts";
import { type Choice, dateInWords, strayTasks, tasksOf } from "#src/grading/work-sheet.ts";
import { say } from "#src/language/say.ts";
import { fetchText } from "#src/notebook/fetch-text.ts";
import { openStore } from "#src/notebook/store.ts";
import { sheetEntry, strayEntry } from "./sheet-entry.ts";

const nameStore = openStore<string>({
  key: "downhill:name",
  version: 1,
  validate: (data) => (typeof data === "string" ? data : undefined),
});

type Questions = Readonly<Record<string, string>>;
type Variants = ReadonlyMap<Task, VariantTexts>;

/** The form that prints the work as a worksheet, and the sheet, which it builds below itself. */
class DownhillSheet extends HTMLElement {
  readonly #rules = new CSSStyleSheet();

  connectedCallback() {
    this.hidden = false;
    const form = this.#part<HTMLFormElement>("form");
    const name = this.#field<HTMLInputElement>("name");
    name.value = nameStore.read().value ?? "";
    name.addEventListener("change", () => {
      const problem = nameStore.write(name.value === "" ? undefined : name.value);
      if (problem) this.#say(problem);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#print();
    });
    this.#part("away").addEventListener("click", () => this.#putAway());
    document.adoptedStyleSheets.push(this.#rules);
  }

  async #print() {
    this.#say(say("Loading the questions …"));
    const empty = this.#field<HTMLInputElement>("empty").checked;
    const tasks = this.#tasks();
    const choice = this.#choice();
    const progress = new Map(tasks.map((task) => [task, progressOf(task)]));
    const of = (task: Task) => progress.get(task) ?? untouched;
    const chosen = tasksOf(tasks, of, choice);
    const strays = empty ? [] : strayTasks(keptKeys(), tasks).filter(isOf(choice));
    if (chosen.length + strays.length === 0)
      return this.#say(say("Nothing has been tried yet, so there is nothing to print."));
    let questions: Questions;
    let variants: Variants;
    try {
      questions = await this.#load(new Set(chosen.map(({ chapter }) => chapter)));
      variants = await this.#variants(empty ? [] : chosen, of);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return this.#say(
        say(
          "The questions could not be loaded ({reason}). Check the connection and press Print again.",
          { reason },
        ),
      );
    }
    const sheet = this.#part("sheet");
    sheet.replaceChildren(this.#header());
    for (const section of this.#sections()) {
      const entries = chosen
        .filter(({ chapter }) => chapter === section.dataset["chapter"])
        .map((task) =>
          this.#entry(task, questions, variants.get(task), empty ? undefined : of(task)),
        );
      if (entries.length > 0) sheet.append(heading(chapterTitle(section)), ...entries);
    }
    if (strays.length > 0) {
      sheet.append(heading(say("No longer in the book")));
      sheet.append(...strays.map((task) => strayEntry(task.id, progressOf(task))));
    }
    this.#closest().dataset["sheet"] = "";
    this.#part("away").hidden = false;
    this.#say(say("The worksheet stands below, and is what is printed."));
    // Fonts that only the sheet needs are asked for once it has been laid out.
    sheet.getBoundingClientRect();
    await document.fonts.ready;
    print();
  }

  #entry(
    { id }: Task,
    questions: Questions,
    variant: VariantTexts | undefined,
    progress: Progress | undefined,
  ): HTMLElement {
    const item = this.#closest().querySelector(`li[data-exercise="${id}"]`);
    return sheetEntry(
      {
        number: item?.querySelector("a")?.textContent ?? "",
        title: item?.querySelector("a + span")?.innerHTML ?? id,
        question: questions[id] ?? "",
        variant,
      },
      progress,
    );
  }

  /** The head of the first page; the others have the same in their margin. */
  #header(): HTMLElement {
    const name = this.#field<HTMLInputElement>("name").value.trim();
    const today = dateInWords(new Date());
    const edition = say("Downhill, edition {edition}", { edition: this.dataset["edition"] });
    this.#rules.replaceSync(
      pageRules({ left: name || say("Name:"), right: `${edition}, ${today}` }),
    );
    const header = document.createElement("header");
    const title = document.createElement("h2");
    title.textContent = say("Worksheet");
    const lines = [
      say("Name: {name}", { name }),
      say("Date: {date}", { date: today }),
      edition,
    ].map((text) => {
      const line = document.createElement("p");
      line.textContent = text;
      return line;
    });
    header.append(title, ...lines);
    return header;
  }

  async #load(chapters: ReadonlySet<string>): Promise<Questions> {
    const wanted = this.#sections().filter(({ dataset }) => chapters.has(dataset["chapter"] ?? ""));
    const texts = await Promise.all(
      wanted.map(({ dataset }) => fetchText(dataset["questions"] ?? "")),
    );
    return Object.assign({}, ...texts.map((text) => JSON.parse(text) as Questions)) as Questions;
  }

  /** Those of the tasks that stand in numbers of the learner's own. */
  async #variants(tasks: readonly Task[], of: (task: Task) => Progress): Promise<Variants> {
    const loaded = tasks.flatMap((task) => {
      const { variant } = of(task);
      const place = this.#sections().find(({ dataset }) => dataset["chapter"] === task.chapter);
      return variant === undefined
        ? []
        : [
            variantFor(task.id, variant, place?.dataset["exercises"]).then(
              (texts) => [task, texts] as const,
            ),
          ];
    });
    return new Map(await Promise.all(loaded));
  }

  #putAway() {
    this.#part("sheet").replaceChildren();
    delete this.#closest().dataset["sheet"];
    this.#rules.replaceSync("");
    this.#part("away").hidden = true;
    this.#say("");
    this.#part("print").focus();
  }

  #choice(): Choice {
    const { value } = this.#field<HTMLSelectElement>("what");
    return value === "all" || value === "tried" ? value : { chapter: value };
  }

  #tasks(): readonly Task[] {
    return this.#sections().flatMap((section) =>
      [...section.querySelectorAll<HTMLElement>("[data-exercise]")].map(({ dataset }) => ({
        chapter: section.dataset["chapter"] ?? "",
        id: dataset["exercise"] ?? "",
      })),
    );
  }

  #sections(): readonly HTMLElement[] {
    return [...this.#closest().querySelectorAll<HTMLElement>("section[data-chapter]")];
  }

  #closest(): HTMLElement {
    const work = this.closest<HTMLElement>(".work");
    if (!work) throw new Error("downhill-sheet stands outside the page of all work");
    return work;
  }

  #say(words: string) {
    this.#part("said").textContent = words;
  }

  #field<T extends Element>(name: string): T {
    return this.#part<HTMLFormElement>("form").elements.namedItem(name) as unknown as T;
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T {
    const found = this.querySelector<T>(`[data-part="${name}"]`);
    if (!found) throw new Error(`downhill-sheet: the part "${name}" is missing from Sheet.astro`);
    return found;
  }
}

function progressOf({ chapter, id }: Task): Progress {
  return openProgress(chapter, id).read().value ?? untouched;
}

/** Where nothing may be stored there are none. */
function keptKeys(): readonly string[] {
  try {
    return Object.keys(workIn(localStorage));
  } catch {
    return [];
  }
}

const isOf = (choice: Choice) => (task: Task) =>
  typeof choice === "string" || task.chapter === choice.chapter;

function chapterTitle(section: HTMLElement): string {
  return section.querySelector("h2 a")?.textContent ?? "";
}

function heading(text: string): HTMLElement {
  const made = document.createElement("h3");
  made.textContent = text;
  return made;
}

customElements.define("downhill-sheet", DownhillSheet);
