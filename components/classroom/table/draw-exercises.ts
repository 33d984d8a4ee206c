import type { Column, Standing } from "#src/classroom/table.ts";
import { say, sayCount } from "#src/language/say.ts";
import type { ClassState } from "./class-state.ts";
import { clusterWords, nameOf, percent, STANDINGS } from "./in-words.ts";
import { bookHtml, button, make } from "./make.ts";

/** What the part about exercises tells of presses. */
export interface ExercisePresses {
  /** Shows those who stand so in an exercise, counted from 0. */
  readonly only: (index: number, standing: Standing) => void;
  readonly cell: (key: string, exercise: string) => void;
}

const ORDER: readonly Standing[] = ["right", "partly", "wrong", "stopped", "blank", "broken"];

/** Students whose names stand in a cluster before they are folded away. */
const NAMED = 12;

/** How each exercise went: how many stand how, and what was done wrong, by whom. */
export function drawExercises(state: ClassState, presses: ExercisePresses): HTMLElement {
  const { table } = state;
  const part = make("section", { "aria-labelledby": "class-by-exercise" });
  part.append(
    make("h2", { id: "class-by-exercise" }, say("Exercises")),
    make(
      "div",
      {
        class: "class-scroll",
        tabindex: 0,
        role: "region",
        "aria-label": say("How each exercise went"),
      },
      heatMap(state, presses),
    ),
    ...table.columns.flatMap((column, index) => clustersOf(state, column, index, presses)),
  );
  return part;
}

function heatMap({ table, questions }: ClassState, { only }: ExercisePresses): HTMLElement {
  const all = Math.max(1, table.rows.length);
  const rows = table.columns.map((column, index) => {
    const { exercise, mean } = column;
    return make(
      "tr",
      {},
      make(
        "th",
        { scope: "row" },
        `${index + 1} `,
        bookHtml("span", questions.get(exercise.id)?.title ?? escapedId(exercise.id)),
      ),
      make(
        "td",
        { class: "class-cell", style: mean === undefined ? undefined : `--share: ${mean}` },
        mean === undefined ? say("not known") : percent(mean),
      ),
      ...ORDER.map((standing) => {
        const count = column[standing];
        const label = say("{students} {standing} in exercise {number}", {
          students: sayCount({ one: "{count} student", other: "{count} students" }, count),
          standing: STANDINGS[standing],
          number: index + 1,
        });
        return make(
          "td",
          { class: "class-count", style: `--part: ${(count / all).toFixed(3)}` },
          count === 0
            ? "0"
            : button(String(count), () => only(index, standing), {
                "aria-label": say("Show {label}", { label }),
              }),
        );
      }),
    );
  });
  return make(
    "table",
    { class: "class-table class-heat" },
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        ...[say("Exercise"), say("Mean"), ...ORDER.map((standing) => STANDINGS[standing])].map(
          (words) => make("th", { scope: "col" }, words),
        ),
      ),
    ),
    make("tbody", {}, ...rows),
  );
}

/** Ids come from the assignment, which may be anybody's. */
const escapedId = (id: string) => id.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function clustersOf(
  { table, questions }: ClassState,
  { exercise, clusters }: Column,
  index: number,
  { cell }: ExercisePresses,
): readonly HTMLElement[] {
  if (clusters.length === 0) return [];
  const question = questions.get(exercise.id);
  const names = new Map(table.rows.map(({ key, student }) => [key, nameOf(student)]));
  const items = clusters.map((cluster) => {
    const words = clusterWords(cluster, question);
    const said = "html" in words ? bookHtml("span", words.html) : make("span", {}, words.text);
    const who = cluster.students.map((key) =>
      button(names.get(key) ?? key, () => cell(key, exercise.id), { class: "class-name" }),
    );
    const more = who.slice(NAMED);
    return make(
      "li",
      {},
      make(
        "strong",
        {},
        sayCount({ one: "{count} student", other: "{count} students" }, cluster.students.length),
      ),
      " ",
      said,
      make("p", { class: "class-names" }, ...who.slice(0, NAMED)),
      ...(more.length > 0
        ? [
            make(
              "details",
              {},
              make("summary", {}, say("and {more} more", { more: more.length })),
              make("p", { class: "class-names" }, ...more),
            ),
          ]
        : []),
    );
  });
  return [
    make(
      "details",
      { class: "class-clusters" },
      make(
        "summary",
        {},
        `${index + 1} `,
        bookHtml("span", question?.title ?? escapedId(exercise.id)),
        `: ${sayCount({ one: "{count} mistake", other: "{count} mistakes" }, clusters.length)}`,
      ),
      ...(question?.variants
        ? [
            make(
              "p",
              { class: "class-note" },
              say("The words are those for the numbers of the book."),
            ),
          ]
        : []),
      make("ul", {}, ...items),
    ),
  ];
}
