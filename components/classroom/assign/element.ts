import { saveFile } from "#components/shell/save-file.ts";
import {
  type AssignedExercise,
  type Assignment,
  type OwnExercise,
  sameAssignment,
} from "#src/classroom/assignment.ts";
import { dueFrom, localIn } from "#src/classroom/due.ts";
import { say } from "#src/language/say.ts";
import type { Store } from "#src/notebook/store.ts";
import { assignmentInFile, assignmentInLink, type Opened } from "../open-assignment.ts";
import { type Catalogue, openCatalogue } from "./catalogue.ts";
import { type Named, showChosen } from "./chosen-list.ts";
import {
  copyOf,
  type Draft,
  emptyDraft,
  moved,
  newId,
  sumLine,
  withChange,
  withExercise,
  withOwn,
  without,
} from "./draft.ts";
import { draftIds, openDraft } from "./drafts.ts";
import { giveOut } from "./give-out.ts";
import { EXAMPLE } from "./own-example.ts";
import { showShelf } from "./shelf.ts";

/** The page on which assignments are composed come alive: every change is kept at once. */
class DownhillAssign extends HTMLElement {
  #stores = new Map<string, Store<Draft>>();
  #drafts: readonly Draft[] = [];
  #current!: Draft;
  #catalogue!: Catalogue;
  #give!: (assignment: Assignment) => void;

  connectedCallback() {
    this.#part("script").hidden = true;
    this.#part("page").hidden = false;
    this.#catalogue = openCatalogue(this, (exercise) =>
      this.#change((now) =>
        now.exercises.some(({ id }) => id === exercise.id)
          ? without(now, exercise.id)
          : withExercise(now, exercise),
      ),
    );
    this.#give = giveOut(this, this.dataset["student"] ?? "");
    this.#listen();
    const problems = this.#load();
    this.#show(this.#drafts[0] ?? emptyDraft(newId(), ownZone(), Date.now()));
    if (problems.length > 0) this.#say(problems.join(" "));
  }

  #listen() {
    const press = (name: string, act: () => void) =>
      this.#part(name).addEventListener("click", act);
    press("new", () => {
      this.#show(emptyDraft(newId(), ownZone(), Date.now()));
      this.#say(say("A new assignment. It is kept as soon as you change something."));
      this.#field("title").focus();
    });
    press("open", () => this.#part("file").click());
    this.#onFiles("file", async ([file]) => file && this.#open(await assignmentInFile(file)));
    this.#part("link-form").addEventListener("submit", async (event) => {
      event.preventDefault();
      const link = (event.target as HTMLFormElement).elements.namedItem("link") as HTMLInputElement;
      this.#open(await assignmentInLink(link.value));
    });
    this.#part("form").addEventListener("submit", (event) => event.preventDefault());
    this.#part("form").addEventListener("input", () => this.#readForm());
    press("no-due", () => {
      this.#field("due").value = "";
      this.#readForm();
      this.#field("due").focus();
    });
    press("own", () => this.#part("own-files").click());
    this.#onFiles("own-files", (files) => this.#addOwn(files));
    press("example", () => saveFile("length-of-a-step.mdx", EXAMPLE, "text/markdown"));
  }

  /** Finds what is kept; what could not be read is said. */
  #load(): readonly string[] {
    let keys: readonly string[] = [];
    try {
      keys = Object.keys(localStorage);
    } catch {
      return [
        say("This browser does not let the page keep anything. Save each assignment as a file."),
      ];
    }
    const read = draftIds(keys).map((id) => this.#storeOf(id).read());
    this.#drafts = read
      .flatMap(({ value }) => value ?? [])
      .sort((one, other) => other.changed - one.changed);
    return read.flatMap(({ problem }) => problem ?? []);
  }

  #storeOf(id: string): Store<Draft> {
    const store = this.#stores.get(id) ?? openDraft(id);
    this.#stores.set(id, store);
    return store;
  }

  #open(opened: Opened) {
    if ("problems" in opened) return this.#say(opened.problems.join(" "));
    const { assignment } = opened;
    const here = this.#drafts.find((draft) => draft.assignment.id === assignment.id);
    const same = here && sameAssignment(here.assignment, assignment);
    // What is kept here under its id may be newer: it stays, and the opened one stands beside it.
    const id = here && !same ? newId() : assignment.id;
    this.#keep({ assignment: { ...assignment, id }, zone: ownZone(), changed: Date.now() });
    this.#say(
      here && !same
        ? say(
            "“{title}” is opened as another assignment, because the one kept here differs from it.",
            { title: assignment.title },
          )
        : say("“{title}” is opened.", { title: assignment.title }),
    );
  }

  /** @param typed in a field of the list, which is then not drawn anew under the caret */
  #change(change: (now: Assignment) => Assignment, typed = false) {
    const assignment = change(this.#current.assignment);
    this.#keep({ ...this.#current, assignment, changed: Date.now() }, typed);
  }

  #keep(draft: Draft, typed = false) {
    const { id } = draft.assignment;
    const problem = this.#storeOf(id).write(draft);
    this.#drafts = [draft, ...this.#drafts.filter((one) => one.assignment.id !== id)];
    this.#show(draft, typed);
    this.#say(problem ?? "");
  }

  #remove(draft: Draft) {
    const { id, title } = draft.assignment;
    this.#storeOf(id).write(undefined);
    this.#drafts = this.#drafts.filter((one) => one !== draft);
    if (this.#current.assignment.id === id)
      this.#show(this.#drafts[0] ?? emptyDraft(newId(), ownZone(), Date.now()));
    else this.#showShelf();
    this.#say(say("“{title}” is deleted.", { title: title || say("Without a title") }), () =>
      this.#keep(draft),
    );
  }

  #show(draft: Draft, typed = false) {
    this.#current = draft;
    const { assignment, zone } = draft;
    this.#showShelf();
    fill(this.#field("title"), assignment.title);
    fill(this.#field("text"), assignment.text);
    this.#field("hints").checked = assignment.hints;
    this.#field("solutions").checked = assignment.solutions;
    fillZones(this.#part("form").querySelector("select"), zone);
    fill(this.#field("due"), assignment.due ? localIn(zone, assignment.due) : "");
    this.#part("no-due").hidden = assignment.due === undefined;
    if (!typed) this.#showExercises(assignment);
    this.#showSum(assignment);
    this.#give(assignment);
  }

  #showShelf() {
    showShelf(this.#part("shelf"), this.#drafts, this.#current.assignment.id, {
      open: (draft) => this.#show(draft),
      copy: (draft) => this.#keep(copyOf(draft, newId(), Date.now())),
      remove: (draft) => this.#remove(draft),
    });
  }

  #showExercises(assignment: Assignment) {
    const list = this.#part("chosen");
    const focused = focusIn(list);
    const change = (id: string, part: Partial<AssignedExercise>) =>
      this.#change((now) => withChange(now, id, part), true);
    showChosen(list, assignment, (exercise) => this.#named(exercise, assignment.own), {
      points: (id, points) => change(id, { points }),
      variant: (id, variant) => change(id, { variant }),
      move: (id, by) => this.#change((now) => moved(now, id, by)),
      remove: (id) => this.#change((now) => without(now, id)),
    });
    focused(list);
  }

  #showSum(assignment: Assignment) {
    const { exercises } = assignment;
    this.#part("none").hidden = exercises.length > 0;
    this.#part("sum").textContent = exercises.length > 0 ? sumLine(assignment) : "";
    this.#catalogue.mark(new Set(exercises.map(({ id }) => id)));
  }

  #named({ id }: AssignedExercise, own: readonly OwnExercise[] = []): Named {
    const mine = own.find((one) => one.id === id)?.data as { readonly title?: unknown } | undefined;
    if (mine) return { number: "", title: { text: String(mine.title ?? id) }, varies: false };
    const found = this.#catalogue.find(id);
    return found
      ? { number: found.number, title: { html: found.title }, varies: found.edition !== undefined }
      : {
          number: "",
          title: { text: say("{id} (not in this edition of the book)", { id }) },
          varies: false,
        };
  }

  #readForm() {
    const zone = (this.#part("form").querySelector("select") as HTMLSelectElement).value;
    const { zone: before, assignment: now } = this.#current;
    const { due: old, ...rest } = now;
    const due = dueFrom({ zone, local: this.#field("due").value }, { zone: before, due: old });
    const assignment = {
      ...rest,
      title: this.#field("title").value,
      text: this.#field("text").value,
      hints: this.#field("hints").checked,
      solutions: this.#field("solutions").checked,
      ...(due !== undefined && { due }),
    };
    this.#keep({ assignment, zone, changed: Date.now() }, true);
  }

  async #addOwn(files: readonly File[]) {
    const [{ readOwn }, { parse }, { loadMarkdown }] = await Promise.all([
      import("./own-files.ts"),
      import("yaml"),
      import("../markdown.ts"),
    ]);
    const texts = await Promise.all(
      files.map(async (file) => ({ name: file.name, text: await file.text() })),
    );
    const { own, problems } = readOwn(texts, parse, (await loadMarkdown()).line);
    const known = own.filter(({ id }) => this.#catalogue.find(id) !== undefined);
    const fresh = own.filter(({ id }) => this.#catalogue.find(id) === undefined);
    if (fresh.length > 0) this.#change((now) => withOwn(now, fresh));
    this.#part("own-problems").replaceChildren(
      ...[
        ...problems,
        ...known.map(({ id }) =>
          say("The book has an exercise “{id}” already. Give yours another name.", { id }),
        ),
        ...fresh.map(({ id }) => say("“{id}” is added.", { id })),
      ].map((text) => Object.assign(document.createElement("li"), { textContent: text })),
    );
  }

  #say(text: string, undo?: () => void) {
    this.#part("said").textContent = text;
    const button = this.#part<HTMLButtonElement>("undo");
    button.hidden = undo === undefined;
    button.onclick = undo ?? null;
  }

  #onFiles(name: string, take: (files: readonly File[]) => unknown) {
    const input = this.#part<HTMLInputElement>(name);
    input.addEventListener("change", () => {
      const files = [...(input.files ?? [])];
      input.value = "";
      void take(files);
    });
  }

  #field(name: string): HTMLInputElement {
    return this.#part<HTMLFormElement>("form").elements.namedItem(name) as HTMLInputElement;
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T {
    const found = this.querySelector<T>(`[data-part="${name}"]`);
    if (!found) throw new Error(`downhill-assign: the part "${name}" is missing`);
    return found;
  }
}

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Leaves the caret of a field alone that has the text already. */
function fill(field: HTMLInputElement, text: string): void {
  if (field.value !== text) field.value = text;
}

function fillZones(select: HTMLSelectElement | null, zone: string): void {
  if (!select) return;
  if (select.options.length === 0) {
    const zones = new Set([ownZone(), ...Intl.supportedValuesOf("timeZone"), "UTC"]);
    select.append(...[...zones].map((name) => new Option(name.replaceAll("_", " "), name)));
  }
  if (![...select.options].some(({ value }) => value === zone)) select.append(new Option(zone));
  select.value = zone;
}

/** Where the keyboard is in a list that is drawn anew, to be there again. */
function focusIn(list: HTMLElement): (list: HTMLElement) => void {
  const active = document.activeElement;
  const item = active instanceof HTMLElement && list.contains(active) && active.closest("li");
  if (!item) return () => {};
  const id = item.dataset["chosen"];
  const controls = (of: Element) => [...of.querySelectorAll<HTMLElement>("input, select, button")];
  const at = controls(item).indexOf(active as HTMLElement);
  return (drawn) => {
    const again = drawn.querySelector(`[data-chosen="${id}"]`) ?? drawn.querySelector("li");
    const found = again && (controls(again)[at] as HTMLInputElement | undefined);
    const other = again && controls(again).find((one) => !(one as HTMLButtonElement).disabled);
    (found?.disabled ? other : (found ?? other))?.focus();
  };
}

customElements.define("downhill-assign", DownhillAssign);
