import type { Cell, Row } from "#src/classroom/table.ts";
import { LOCALE } from "#src/language/edition.ts";
import { say } from "#src/language/say.ts";
import type { Arrangement, SortBy } from "./arrange.ts";
import type { ClassState } from "./class-state.ts";
import { cellText, cellWords, FLAG_NAMES, points } from "./in-words.ts";
import { bookHtml, button, make } from "./make.ts";

/** What the table tells of presses. */
export interface TablePresses {
  readonly sort: (by: SortBy) => void;
  readonly student: (key: string) => void;
  readonly cell: (key: string, exercise: string) => void;
}

/** Students × exercises, as far as they are wanted: points on a ground that says the share. */
export function drawTable(
  state: ClassState,
  rows: readonly Row[],
  arrangement: Arrangement,
  presses: TablePresses,
): HTMLElement {
  const { assignment, questions, table } = state;
  const titles = assignment.exercises.map(({ id }) => plainTitle(questions.get(id)?.title ?? id));
  const sorter = (words: string, by: SortBy, title?: string) =>
    button(words, () => presses.sort(by), { "data-at": "", tabindex: -1, title });
  const head = (content: Node | string, by: SortBy | undefined, kind: string) =>
    make("th", { scope: "col", class: kind, "aria-sort": sortOf(by, arrangement) }, content);
  const headings = make(
    "tr",
    {},
    head(sorter(say("Student"), { by: "name" }), { by: "name" }, "class-who"),
    head(
      sorter(
        say("Total"),
        { by: "total" },
        say("of {points} points", { points: points(table.full) }),
      ),
      { by: "total" },
      "class-total",
    ),
    ...assignment.exercises.map(({ points: most }, index) => {
      const by: SortBy = { by: "exercise", index };
      const press = sorter(
        String(index + 1),
        by,
        say("{title}, {points} points", { title: titles[index], points: points(most) }),
      );
      press.setAttribute("aria-label", `${index + 1}: ${titles[index]}`);
      return head(press, by, "class-exercise");
    }),
    head(sorter(say("Handed in"), { by: "made" }), { by: "made" }, "class-made"),
    head(say("Remarks"), undefined, "class-remarks"),
  );
  const body = rows.map((row) => drawRow(row, titles, state, presses));
  return make(
    "table",
    { class: "class-table", "aria-label": say("Students and exercises") },
    make("thead", {}, headings),
    make("tbody", {}, ...body),
  );
}

function drawRow(
  row: Row,
  titles: readonly string[],
  { assignment }: ClassState,
  { student, cell }: TablePresses,
): HTMLElement {
  const { name, number } = row.student;
  const who = button(name || number, () => student(row.key), {
    "data-at": "",
    "data-of": placeOf(row.key, ""),
    tabindex: -1,
  });
  if (name && number) who.append(make("small", {}, number));
  const open = row.open > 0 ? ` + ${row.open} ?` : "";
  return make(
    "tr",
    {},
    make("th", { scope: "row", class: "class-who" }, who),
    make("td", { class: "class-total" }, points(row.total) + open),
    ...row.cells.map((one, index) =>
      make(
        "td",
        { class: "class-cell", style: groundOf(one, assignment.exercises[index]?.points ?? 1) },
        button(cellText(one), () => cell(row.key, one.exercise), {
          "data-at": "",
          "data-of": placeOf(row.key, one.exercise),
          tabindex: -1,
          "data-standing": one.standing,
          "aria-label": cellWords(
            row,
            titles[index] ?? one.exercise,
            one,
            assignment.exercises[index]?.points ?? 1,
          ),
        }),
      ),
    ),
    make("td", { class: "class-made" }, shortMoment(row.result.made)),
    make("td", { class: "class-remarks" }, remarksOf(row)),
  );
}

/** By what a button of the table is found again when it is drawn anew; "" for the name. */
export const placeOf = (key: string, exercise: string) => JSON.stringify([key, exercise]);

/** The ground of a cell says its share; nothing where there is none to say. */
function groundOf({ points: known, standing }: Cell, most: number): string | undefined {
  if (known === undefined || (standing === "blank" && known === 0)) return undefined;
  return `--share: ${(known / most).toFixed(3)}`;
}

/** Each kind of remark once, in the order in which they were found. */
function remarksOf({ result, comment, cells }: Row): string {
  const kinds = new Set(result.flags.map(({ kind }) => FLAG_NAMES[kind]));
  const hand = comment !== undefined || cells.some(({ override }) => override !== undefined);
  return [...kinds, ...(hand ? [say("by hand")] : [])].join("; ");
}

function shortMoment(made: string): string {
  const at = new Date(made);
  if (Number.isNaN(at.getTime())) return say("not known");
  const day = at.toLocaleDateString(LOCALE, { day: "numeric", month: "short" });
  return `${day}, ${at.toLocaleTimeString(LOCALE, { hour: "2-digit", minute: "2-digit" })}`;
}

function sortOf(by: SortBy | undefined, { sort, falling }: Arrangement) {
  const same =
    by?.by === sort.by &&
    (by.by !== "exercise" || sort.by !== "exercise" || by.index === sort.index);
  if (!same) return undefined;
  return falling ? "descending" : "ascending";
}

/** A title of the book as plain text; its mathematics as it is read aloud. */
export function plainTitle(html: string): string {
  const parsed = bookHtml("template", html).content;
  for (const drawing of parsed.querySelectorAll(".katex-html, annotation")) drawing.remove();
  return (parsed.textContent ?? "").trim();
}
