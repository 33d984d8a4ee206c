import type { Row } from "#src/classroom/table.ts";
import { say, sayCount } from "#src/language/say.ts";
import { moment, percent } from "./in-words.ts";
import { make } from "./make.ts";

/** An attempt on the line: how far along, from 0 to 1, and what the page said of it. */
export interface Mark {
  readonly along: number;
  readonly credit: number;
}

/** The attempts of a student on one common line of time. */
export interface TimeLine {
  /** Beginning and end, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** Where the due time lies, when it lies within. */
  readonly due?: number;
  /** One for each exercise. */
  readonly lines: readonly (readonly Mark[])[];
}

/** The timeline of a row; nothing when its file tells of no attempt. */
export function timeLine({ cells, result }: Row, due: string | undefined): TimeLine | undefined {
  const times = cells.flatMap(({ mark }) => mark.attempts.map(({ at }) => at));
  if (times.length === 0) return undefined;
  const made = Date.parse(result.made);
  const all = Number.isFinite(made) ? [...times, made] : times;
  const from = Math.min(...all);
  const to = Math.max(...all);
  const along = (at: number) => (to > from ? (at - from) / (to - from) : 0.5);
  const end = due === undefined ? Number.NaN : Date.parse(due);
  return {
    from,
    to,
    ...(end >= from && end <= to && { due: along(end) }),
    lines: cells.map(({ mark }) =>
      mark.attempts.map(({ at, credit }) => ({ along: along(at), credit })),
    ),
  };
}

/**
 * The picture of a timeline, a row for each exercise, with the same in words beside it. A full dot
 * is an attempt that was right, a ring one that was not.
 */
export function drawTimeLine(line: TimeLine, row: Row, titles: readonly string[]): HTMLElement {
  const place = (along: number) => `left: ${(100 * along).toFixed(2)}%`;
  const rows = line.lines.map((marks, index) => {
    const attempts = row.cells[index]?.mark.attempts ?? [];
    const last = attempts.at(-1);
    const words =
      last === undefined
        ? say("no attempt")
        : say("{attempts}, the last {time}: {credit}", {
            attempts: sayCount(
              { one: "{count} attempt", other: "{count} attempts" },
              attempts.length,
            ),
            time: moment(last.at),
            credit: percent(last.credit),
          });
    const dots = marks.map(({ along, credit }) =>
      make("i", { style: place(along), "data-right": credit >= 1 }),
    );
    const due =
      line.due === undefined ? [] : [make("b", { style: place(line.due), class: "class-due" })];
    return make(
      "li",
      {},
      make("span", { class: "class-line-name" }, `${index + 1} ${titles[index] ?? ""}`),
      make("span", { class: "class-line", "aria-hidden": "true" }, ...due, ...dots),
      make("span", { class: "class-line-words" }, words),
    );
  });
  const ends = make(
    "p",
    { class: "class-ends" },
    make("span", {}, moment(line.from)),
    make("span", {}, moment(line.to)),
  );
  return make("div", { class: "class-time" }, make("ol", {}, ...rows), ends);
}
