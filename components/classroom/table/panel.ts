import type { AssignedExercise } from "#src/classroom/assignment.ts";
import type { Flag } from "#src/classroom/flag.ts";
import { LONGEST_COMMENT } from "#src/classroom/marks-file.ts";
import { inNumbers } from "#src/classroom/question.ts";
import type { Override, Row } from "#src/classroom/table.ts";
import { messageInWords } from "#src/grading/message-in-words.ts";
import type { KeptAnswer } from "#src/grading/progress.ts";
import { remarksOf } from "#src/grading/remarks.ts";
import { capital } from "#src/language/capital.ts";
import { say, sayCount, sayParts } from "#src/language/say.ts";
import { exerciseParts } from "../exercise-parts.ts";
import { answerOf, type ClassState } from "./class-state.ts";
import { plainTitle } from "./draw-table.ts";
import { moment, nameOf, percent, points, STANDINGS } from "./in-words.ts";
import { bookHtml, button, make } from "./make.ts";
import { type Change, pointsIn } from "./marks.ts";
import { type QuestionShown, questionShown } from "./question-shown.ts";
import { drawTimeLine, timeLine } from "./time-line.ts";

/** What the panel tells of presses and of what is typed. */
export interface PanelPresses {
  readonly cell: (key: string, exercise: string) => void;
  readonly student: (key: string) => void;
  /** A comment, or points, and only what was changed; returns why that is not kept. */
  readonly decide: (key: string, exercise: string, change: Change) => string | undefined;
  /** The row above (−1) or below (1) in the table, as it is arranged. */
  readonly neighbour: (key: string, by: -1 | 1) => string | undefined;
}

/** One answer: what was answered, what grading found, and what the teacher decides. */
export async function cellPanel(
  state: ClassState,
  row: Row,
  exercise: string,
  presses: PanelPresses,
): Promise<readonly Node[]> {
  const { assignment, questions } = state;
  const index = assignment.exercises.findIndex(({ id }) => id === exercise);
  const cell = row.cells[index];
  const assigned = assignment.exercises[index];
  if (!cell || !assigned) return [];
  const { mark } = cell;
  const computed =
    mark.credit === undefined
      ? say("Its points are not known.")
      : say("Computed: {points} of {most}.", {
          points: points(mark.credit * assigned.points),
          most: points(assigned.points),
        });
  const walk = (words: string, by: -1 | 1) => {
    const key = presses.neighbour(row.key, by);
    return button(words, () => key !== undefined && presses.cell(key, exercise), {
      disabled: key === undefined,
    });
  };
  const flags = row.result.flags.filter((flag) => flag.exercise === exercise);
  const answer = answerOf(state, row.result.file, exercise);
  const { asked, answered, right } = await shown(state, assigned, mark.variant, answer);
  return [
    make(
      "p",
      { class: "class-bar" },
      button(nameOf(row.student), () => presses.student(row.key)),
      walk(say("Previous student"), -1),
      walk(say("Next student"), 1),
    ),
    make(
      "h3",
      {},
      `${index + 1} `,
      bookHtml("span", questions.get(exercise)?.title ?? "").textContent === ""
        ? exercise
        : bookHtml("span", questions.get(exercise)?.title ?? ""),
    ),
    make("p", {}, make("strong", {}, capital(STANDINGS[cell.standing])), `. ${computed}`),
    ...(await said(state, row, exercise)),
    ...flagList(flags),
    ...asked,
    make("h4", {}, say("Answer")),
    answer === undefined || !answered ? answerShown(state, answer, exercise) : answered,
    ...right,
    make("h4", {}, say("Your decision")),
    decision(row, exercise, assigned.points, presses, cell.override),
    make("h4", {}, say("Attempts, as the file tells them")),
    attemptList(row, index),
  ];
}

/** The question with its answer; words in its place where it cannot be had. */
async function shown(
  { assignment, questions, base }: ClassState,
  assigned: AssignedExercise,
  variant: string | undefined,
  answer: KeptAnswer | undefined,
): Promise<QuestionShown> {
  const question = questions.get(assigned.id);
  if (!question) return { asked: [], right: [] };
  try {
    const { html } = await exerciseParts(assigned, assignment, base);
    return await questionShown(html, question, variant, answer);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const words = say("The question cannot be shown here ({reason}).", { reason });
    return { asked: [make("p", { class: "class-note" }, words)], right: [] };
  }
}

/** One student: remarks, files, timeline, and a comment on the whole. */
export function studentPanel(state: ClassState, row: Row, presses: PanelPresses): readonly Node[] {
  const { assignment, questions, table, graded } = state;
  const titles = assignment.exercises.map(({ id }) => plainTitle(questions.get(id)?.title ?? id));
  const line = timeLine(row, assignment.due);
  const earlier = row.files
    .filter((file) => file !== row.result.file)
    .map((file) => {
      const made = graded.get(file)?.result.made ?? "";
      return make(
        "li",
        {},
        say("{file}, made {time}", {
          file,
          time: moment(Date.parse(made)) || say("at a time not known"),
        }),
      );
    });
  const walk = (words: string, by: -1 | 1) => {
    const key = presses.neighbour(row.key, by);
    return button(words, () => key !== undefined && presses.student(key), {
      disabled: key === undefined,
    });
  };
  const exercises = row.cells.map((cell, index) =>
    make(
      "li",
      {},
      button(`${index + 1} ${titles[index] ?? ""}`, () => presses.cell(row.key, cell.exercise), {
        class: "class-name",
      }),
      ` ${STANDINGS[cell.standing]}, ${cell.points === undefined ? say("points not known") : points(cell.points)}`,
    ),
  );
  return [
    make(
      "p",
      { class: "class-bar" },
      walk(say("Previous student"), -1),
      walk(say("Next student"), 1),
    ),
    make(
      "p",
      {},
      make(
        "strong",
        {},
        say("{points} of {most} points", {
          points: points(row.total),
          most: points(table.full),
        }),
      ),
      row.open > 0
        ? say(", and {exercises} whose points are not known.", {
            exercises: sayCount({ one: "{count} exercise", other: "{count} exercises" }, row.open),
          })
        : ".",
    ),
    make(
      "p",
      {},
      say("{number}{file}, made {time} by the student’s clock.", {
        number: row.student.number === "" ? "" : `${row.student.number}. `,
        file: row.result.file,
        time: moment(Date.parse(row.result.made)) || say("at a time not known"),
      }),
    ),
    ...(earlier.length > 0
      ? [make("p", {}, say("Handed in before, which does not count:")), make("ul", {}, ...earlier)]
      : []),
    ...flagList(row.result.flags),
    make("h3", {}, say("Exercises")),
    make("ul", { class: "class-plain" }, ...exercises),
    make("h3", {}, say("Comment on the whole")),
    decision(
      row,
      "",
      undefined,
      presses,
      row.comment === undefined ? {} : { comment: row.comment },
    ),
    make("h3", {}, say("Timeline")),
    ...(line
      ? [
          drawTimeLine(line, row, titles),
          make(
            "p",
            { class: "class-note" },
            say(
              "As the file tells it, by the student’s clock: a full dot is an attempt that was right, a ring one that was not.",
            ),
          ),
        ]
      : [make("p", {}, say("The file tells of no attempt."))]),
  ];
}

async function said(
  { questions }: ClassState,
  row: Row,
  exercise: string,
): Promise<readonly Node[]> {
  const mark = row.cells.find((cell) => cell.exercise === exercise)?.mark;
  if (!mark || mark.verdict.kind === "pass") return [];
  const { verdict } = mark;
  const lead = make("p", {}, messageInWords(verdict));
  if (verdict.kind !== "fail") return [lead];
  const question = questions.get(exercise);
  const found = question && (await inNumbers(question, mark.variant));
  const feedback = found && "asked" in found ? found.asked.feedback : {};
  const example =
    verdict.counterexample === undefined
      ? []
      : [
          make(
            "p",
            {},
            say("For example, {counterexample}.", { counterexample: verdict.counterexample }),
          ),
        ];
  const remarks = remarksOf(verdict, (name) =>
    Object.hasOwn(feedback, name) ? feedback[name] : undefined,
  ).map(({ label, html, text }) => {
    const remark = bookHtml("p", `${label === undefined ? "" : `${label}: `}${html ?? ""}`);
    if (text !== undefined) remark.append(text);
    return remark;
  });
  return [lead, ...example, ...remarks];
}

function flagList(flags: readonly Flag[]): readonly Node[] {
  if (flags.length === 0) return [];
  return [make("ul", { class: "class-flags" }, ...flags.map(({ words }) => make("li", {}, words)))];
}

/** As text, whatever it is: code is coloured when it is short enough for it, and never run. */
function answerShown(
  { questions }: ClassState,
  answer: KeptAnswer | undefined,
  exercise: string,
): HTMLElement {
  if (answer === undefined) return make("p", {}, say("There is no answer."));
  const pre = make("pre", { class: "code", tabindex: 0, "aria-label": say("Answer") });
  if (typeof answer === "string") {
    pre.textContent = answer;
    if (questions.get(exercise)?.spec.kind === "code" && answer.length <= LONGEST_COLOURED)
      void import("#components/editor/highlight.ts").then(({ highlight }) => {
        pre.innerHTML = highlight(answer);
      });
  } else
    pre.textContent = answer
      .map((part) => (typeof part === "number" ? `${part + 1}` : part))
      .join("\n");
  return pre;
}

/** Characters of code up to which its colours cost no time that is felt. */
const LONGEST_COLOURED = 20_000;

function decision(
  row: Row,
  exercise: string,
  most: number | undefined,
  { decide }: PanelPresses,
  before: Override = {},
): HTMLElement {
  const comment = make("textarea", { rows: 3, name: "comment", maxlength: LONGEST_COMMENT });
  comment.value = before.comment ?? "";
  const typed = make("input", { type: "text", inputmode: "decimal", size: 6, name: "points" });
  typed.value = before.points === undefined ? "" : String(before.points);
  const problem = make("p", { class: "class-problem", role: "alert" });
  const form = make(
    "form",
    { class: "class-decision" },
    ...(most === undefined
      ? []
      : [
          make(
            "label",
            {},
            ...sayParts("Points by hand {field} of {points}; empty: as computed", {
              field: typed,
              points: points(most),
            }),
          ),
        ]),
    make("label", {}, say("Comment for the student"), comment),
    problem,
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  // What is typed is kept at once, so that no press of a key is lost; but the 1 of a 15 that cannot
  // be is not meant, and what stood before counts again.
  let stood = before.points;
  let now = before.points;
  let refused = "";
  const tell = (change: Change) => {
    const words = [refused, decide(row.key, exercise, change)];
    problem.textContent = words.filter(Boolean).join(" ");
  };
  typed.addEventListener("input", () => {
    const read = pointsIn(typed.value, most ?? 0);
    refused = "problem" in read ? read.problem : "";
    now = "problem" in read ? stood : read.points;
    tell({ points: now });
  });
  typed.addEventListener("change", () => {
    stood = now;
  });
  comment.addEventListener("input", () => tell({ comment: comment.value }));
  return form;
}

function attemptList(row: Row, index: number): HTMLElement {
  const { attempts = [], hints = 0 } = row.cells[index]?.mark ?? {};
  const opened = sayCount({ one: "{count} hint opened.", other: "{count} hints opened." }, hints);
  if (attempts.length === 0) return make("p", {}, say("None. {hints}", { hints: opened }));
  const items = attempts.map(({ at, credit }) =>
    make("li", {}, `${moment(at)}: ${percent(credit)}`),
  );
  return make("div", {}, make("ol", {}, ...items), make("p", {}, opened));
}
