import { say, sayCount } from "#src/language/say.ts";
import { type Arrangement, arranged, everybody, type SortBy } from "./arrange.ts";
import type { ClassState } from "./class-state.ts";
import { drawExercises } from "./draw-exercises.ts";
import { drawTable, placeOf } from "./draw-table.ts";
import { FLAG_NAMES, nameOf } from "./in-words.ts";
import { button, make } from "./make.ts";
import { moveWithin } from "./move-within.ts";
import { cellPanel, type PanelPresses, studentPanel } from "./panel.ts";
import { openPanel, type Panel } from "./side-panel.ts";
import { toolbar } from "./toolbar.ts";

/** What is drawn of a class, and kept in step with it. */
export interface ResultsView {
  readonly place: HTMLElement;
  /** Draws the class anew; what is searched, sorted and open stays. */
  show(state: ClassState): void;
  /** Takes all of it away. */
  clear(): void;
}

export interface ResultsOptions {
  readonly place: HTMLElement;
  readonly decide: PanelPresses["decide"];
  /** The bar of what can be saved, under the table. */
  readonly exports: HTMLElement;
}

/** Rows that are drawn at a time: more would make each press be felt. */
const PAGE = 50;

/** Makes the view: toolbar, table, exercises, files that count for nobody, and the side panel. */
export function resultsView({ place, decide, exports }: ResultsOptions): ResultsView {
  let state: ClassState | undefined;
  let arrangement: Arrangement = everybody;
  let from = 0;
  const tools = make("div");
  const scroll = make("div", { class: "class-scroll class-students" });
  const pages = make("p", { class: "class-bar" });
  const exercises = make("div");
  const strays = make("div");
  const panel: Panel = openPanel();
  /** What the panel was opened for last, as `placeOf` names it. */
  let opened: string | undefined;
  // The table may have been drawn anew meanwhile, and the browser would find nothing to go back to.
  panel.element.addEventListener("close", () => focusOn(opened));

  const rows = () => (state ? arranged(state.table.rows, arrangement) : []);
  const rowOf = (key: string) => state?.table.rows.find((row) => row.key === key);

  const presses: PanelPresses = {
    decide,
    cell: showCell,
    student: showStudent,
    neighbour(key, by) {
      const all = rows();
      const at = all.findIndex((row) => row.key === key);
      return at < 0 ? undefined : all[at + by]?.key;
    },
  };

  async function showCell(key: string, exercise: string): Promise<void> {
    const row = rowOf(key);
    if (!state || !row) return;
    const place = placeOf(key, exercise);
    opened = place;
    const shown = await cellPanel(state, row, exercise, presses);
    // Another may have been asked for while the question was on its way.
    if (opened === place) panel.show(nameOf(row.student), shown);
  }

  function showStudent(key: string): void {
    const row = rowOf(key);
    if (!state || !row) return;
    opened = placeOf(key, "");
    panel.show(nameOf(row.student), studentPanel(state, row, presses));
  }

  function focusOn(place: string | undefined): void {
    const buttons = [...scroll.querySelectorAll<HTMLElement>("[data-of]")];
    buttons.find(({ dataset }) => dataset["of"] === place)?.focus();
  }

  function change(to: Partial<Arrangement>): void {
    arrangement = { ...arrangement, ...to };
    from = 0;
    drawRows();
  }

  function sort(by: SortBy): void {
    const same = JSON.stringify(by) === JSON.stringify(arrangement.sort);
    const at = focusedColumn();
    change({ sort: by, falling: same ? !arrangement.falling : by.by !== "name" });
    if (at !== undefined)
      scroll.querySelector<HTMLElement>(`thead th:nth-child(${at + 1}) button`)?.focus();
  }

  const focusedColumn = () =>
    document.activeElement?.closest<HTMLTableCellElement>("thead th")?.cellIndex;

  function drawRows(): void {
    if (!state) return;
    const all = rows();
    if (from >= all.length) from = 0;
    const { scrollLeft, scrollTop } = scroll;
    const focused = scroll.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset["of"]
      : undefined;
    const drawn = drawTable(state, all.slice(from, from + PAGE), arrangement, {
      sort,
      student: showStudent,
      cell: (key, exercise) => void showCell(key, exercise),
    });
    scroll.replaceChildren(drawn);
    scroll.scrollLeft = scrollLeft;
    scroll.scrollTop = scrollTop;
    moveWithin(drawn);
    if (focused !== undefined) focusOn(focused);
    drawPages(all.length);
    const shown = tools.querySelector("[data-part=shown]");
    if (shown)
      shown.textContent =
        all.length === state.table.rows.length
          ? sayCount({ one: "{count} student", other: "{count} students" }, all.length)
          : say("{shown} of {students}", {
              shown: all.length,
              students: sayCount(
                { one: "{count} student", other: "{count} students" },
                state.table.rows.length,
              ),
            });
  }

  function drawPages(count: number): void {
    pages.hidden = count <= PAGE;
    const go = (words: string, to: number) =>
      button(
        words,
        () => {
          from = to;
          drawRows();
        },
        { disabled: to < 0 || to >= count },
      );
    pages.replaceChildren(
      go(say("Previous page"), from - PAGE),
      say("{first} to {last} of {total}", {
        first: from + 1,
        last: Math.min(count, from + PAGE),
        total: count,
      }),
      go(say("Next page"), from + PAGE),
    );
  }

  function drawTools(): void {
    if (!state || tools.contains(document.activeElement)) return;
    tools.replaceChildren(toolbar(state.table.rows, arrangement, change));
  }

  function drawAll(): void {
    if (!state) return;
    drawTools();
    drawRows();
    const open = [...exercises.querySelectorAll("details")].map((one) => one.open);
    exercises.replaceChildren(
      drawExercises(state, {
        cell: (key, exercise) => void showCell(key, exercise),
        only(index, standing) {
          change({ only: { kind: "standing", index, standing } });
          drawTools();
          place.querySelector("h2")?.scrollIntoView();
          tools.querySelector("select")?.focus();
        },
      }),
    );
    exercises.querySelectorAll("details").forEach((one, index) => {
      one.open = open[index] ?? false;
    });
    strays.replaceChildren(...drawStrays(state));
  }

  return {
    place,
    show(next) {
      state = next;
      if (place.childElementCount === 0)
        place.replaceChildren(
          make("h2", {}, say("Students")),
          tools,
          scroll,
          pages,
          make(
            "p",
            { class: "class-note" },
            say(
              "Press a number for the answer, or a name for all of a student. Arrow keys move in the table. – not answered, ! does not run, ? could not be graded, * decided by hand.",
            ),
          ),
          strays,
          exports,
          exercises,
          panel.element,
        );
      drawAll();
    },
    clear() {
      state = undefined;
      arrangement = everybody;
      panel.close();
      place.replaceChildren();
    },
  };
}

function drawStrays({ table }: ClassState): readonly Node[] {
  if (table.strays.length === 0) return [];
  const items = table.strays.map(({ file, student, state: kind, flags }) =>
    make(
      "li",
      {},
      make("strong", {}, file),
      kind === "foreign" ? ` (${nameOf(student)})` : "",
      `: ${flags.map((flag) => `${FLAG_NAMES[flag.kind]}: ${flag.words}`).join(" ")}`,
    ),
  );
  return [
    make(
      "h2",
      {},
      say("{files} counted for nobody", {
        files: sayCount({ one: "{count} file", other: "{count} files" }, table.strays.length),
      }),
    ),
    make("ul", { class: "class-strays" }, ...items),
  ];
}
