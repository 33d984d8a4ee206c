import { parseHTML } from "linkedom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ClassState } from "#components/classroom/table/class-state.ts";
import type { Change } from "#components/classroom/table/marks.ts";
import { cellPanel, type PanelPresses, studentPanel } from "#components/classroom/table/panel.ts";
import { LONGEST_COMMENT } from "#src/classroom/marks-file.ts";
import type { Override, Row } from "#src/classroom/table.ts";

const { window, document } = parseHTML("<!doctype html><html><body></body></html>");
beforeEach(() => void vi.stubGlobal("document", document));
afterEach(() => void vi.unstubAllGlobals());

const assigned = { id: "a", chapter: "", edition: 1, points: 10, variant: { kind: "book" } };
const state = {
  assignment: { exercises: [assigned] },
  questions: new Map(),
  graded: new Map(),
  table: { full: 10 },
} as unknown as ClassState;

const rowWith = (override?: Override) =>
  ({
    key: "ada",
    student: { name: "Ada", number: "" },
    result: { flags: [], made: "", file: "ada.json" },
    files: ["ada.json"],
    cells: [
      {
        exercise: "a",
        standing: "right",
        mark: { exercise: "a", verdict: { kind: "pass" }, credit: 1, attempts: [], hints: 0 },
        ...(override && { override }),
      },
    ],
    total: 10,
    open: 0,
  }) as unknown as Row;

const nowhere = { cell: () => {}, student: () => {}, neighbour: () => undefined };

/** The fields of the decision on one answer, and what comes of typing into them. */
async function fields(override?: Override) {
  const changes: Change[] = [];
  const presses: PanelPresses = {
    ...nowhere,
    decide(_key, _exercise, change) {
      changes.push(change);
      return undefined;
    },
  };
  const place = document.createElement("div");
  place.append(...(await cellPanel(state, rowWith(override), "a", presses)));
  const field = <T extends HTMLElement>(name: string) => place.querySelector(name) as T;
  const points = field<HTMLInputElement>("[name=points]");
  const comment = field<HTMLTextAreaElement>("[name=comment]");
  const happens = (kind: "input" | "change", at: HTMLElement) =>
    void at.dispatchEvent(new window.Event(kind, { bubbles: true }));
  return {
    points,
    comment,
    changes,
    problem: () => field(".class-problem").textContent,
    type(at: HTMLInputElement | HTMLTextAreaElement, ...texts: readonly string[]) {
      for (const text of texts) {
        at.value = text;
        happens("input", at);
      }
    },
    leave: (at: HTMLElement) => happens("change", at),
  };
}

describe("the fields of a decision", () => {
  it("go back to what was there when points are typed that cannot be", async () => {
    const { points, changes, problem, type } = await fields();
    type(points, "1", "15");
    expect(changes).toEqual([{ points: 1 }, { points: undefined }]);
    expect(problem()).toContain("Points must be a number from 0 to 10, got “15”.");
    type(points, "5");
    expect(changes.at(-1)).toEqual({ points: 5 });
    expect(problem()).toBe("");
  });

  it("go back to the points that stood before, and to those that were left standing since", async () => {
    const { points, changes, type, leave } = await fields({ points: 3 });
    type(points, "1", "15");
    expect(changes.at(-1)).toEqual({ points: 3 });
    leave(points);
    type(points, "4");
    leave(points);
    type(points, "40");
    leave(points);
    type(points, "4x");
    expect(changes.at(-1)).toEqual({ points: 4 });
  });

  it("say nothing of the points when the comment is typed, and go on saying what is wrong with them", async () => {
    const { points, comment, changes, problem, type } = await fields({ points: 0.125 });
    expect(points.value).toBe("0.125");
    type(comment, "x");
    expect(changes).toEqual([{ comment: "x" }]);
    type(points, "many");
    type(comment, "xy");
    expect(changes.at(-1)).toEqual({ comment: "xy" });
    expect(problem()).toContain("got “many”");
  });

  it("take no comment that is longer than what can be read again", async () => {
    const { comment } = await fields();
    expect(comment.getAttribute("maxlength")).toBe(String(LONGEST_COMMENT));
  });

  it("have no points on the whole of a student's work", () => {
    const place = document.createElement("div");
    place.append(...studentPanel(state, rowWith(), { ...nowhere, decide: () => undefined }));
    expect(place.querySelector("[name=comment]")).not.toBeNull();
    expect(place.querySelector("[name=points]")).toBeNull();
  });
});
