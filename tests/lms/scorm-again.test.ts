import { Scorm12API, Scorm2004API } from "scorm-again";
import { describe, expect, it } from "vitest";
import type { KeptAnswer } from "#src/grading/progress.ts";
import type { AttemptReport } from "#src/lms/attempts.ts";
import type { Dialect } from "#src/lms/dialect.ts";
import type { PackagedExercise } from "#src/lms/lms-package.ts";
import { packState } from "#src/lms/resume-state.ts";
import { scorm12 } from "#src/lms/scorm-12.ts";
import { scorm2004 } from "#src/lms/scorm-2004.ts";
import { findScormApi, type SearchedWindow } from "#src/lms/scorm-api.ts";
import { exerciseOf } from "./package-of.ts";

/** An answer of each kind, as the page keeps it. */
const ANSWERS: readonly (readonly [PackagedExercise["kind"], KeptAnswer])[] = [
  ["number", ["0.5", "1/3"]],
  ["matrix", ["1", "", "0", "-2.5"]],
  ["choice", [0, 3]],
  ["match", [2, 0, 1]],
  ["order", [1, 0, 4, 3, 2]],
  ["formula", ["2*(1+b)/L"]],
  ["points", ["-3.2", "0.4"]],
  [
    "code",
    "export function f(x: number) {\n\treturn x ** 2; // ½ {lang=en} [,] [.]\n}\n".repeat(9),
  ],
];

/** LMSs that refuse what their edition does not allow. */
const LMSS: readonly (readonly [Dialect, SearchedWindow])[] = [
  [scorm12, Object.fromEntries([["API", new Scorm12API({ logLevel: 5 })]])],
  [scorm2004, Object.fromEntries([["API_1484_11", new Scorm2004API({ logLevel: 5 })]])],
];

describe.each(LMSS)("scorm-again", (dialect, window) => {
  const api = findScormApi(window, dialect.edition);
  if (!api?.initialize()) throw new Error("the LMS does not begin");
  const accepts = (element: string, value: string) =>
    api.set(element, value) ? "" : `${element} = ${value}: ${api.problem()}`;

  it.each(ANSWERS)(
    `takes an attempt at an exercise of kind %s by SCORM ${dialect.edition}`,
    (kind, answer) => {
      const at = ANSWERS.findIndex(([one]) => one === kind);
      const exercise = exerciseOf(`of-${kind}`, { kind, points: 2.5 });
      for (const [index, credit] of [0, 1 / 3, 1].entries()) {
        const attempt: AttemptReport = {
          exercise,
          answer,
          at: Date.now(),
          credit,
          seconds: 3725.25,
        };
        const settings = dialect.interaction(3 * at + index, attempt);
        expect(settings.map((one) => accepts(...one)).filter(Boolean)).toEqual([]);
      }
      const objective = [{ exercise }, { exercise, credit: 1 / 3 }, { exercise, credit: 1 }];
      const settings = objective.flatMap((one) => dialect.objective(at, one));
      expect(settings.map((one) => accepts(...one)).filter(Boolean)).toEqual([]);
    },
  );

  it(`takes every summary and a full state by SCORM ${dialect.edition}`, () => {
    const open = { exercises: [], completed: false, points: 1 / 3, full: 4 };
    const done = { ...open, completed: true };
    const reports = [open, done, { ...done, passed: false }, { ...done, passed: true }];
    const settings = reports.flatMap((report) => dialect.summary(report, 360_000));
    expect(settings.map((one) => accepts(...one)).filter(Boolean)).toEqual([]);
    const cells = new Map(Array.from({ length: 400 }, (_, n) => [`c${n}`, Math.sin(n).toString()]));
    const { text } = packState({ exercises: new Map(), cells }, dialect.mostState);
    expect(text.length).toBeGreaterThan(Math.min(dialect.mostState, 16_000) * 0.9);
    expect(accepts("cmi.suspend_data", text)).toBe("");
  });
});
