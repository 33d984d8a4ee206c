import { describe, expect, it } from "vitest";
import { cellText, cellWords, clusterWords } from "#components/classroom/table/in-words.ts";
import { timeLine } from "#components/classroom/table/time-line.ts";
import type { Question } from "#src/classroom/question.ts";
import type { Cell, Cluster, Row } from "#src/classroom/table.ts";

const cell = (part: Partial<Cell>) => part as Cell;

describe("a cell of the table", () => {
  it.each([
    [{ standing: "right", points: 3 }, "3"],
    [{ standing: "partly", points: 4 / 3 }, "1.33"],
    [{ standing: "wrong", points: 0 }, "0"],
    [{ standing: "stopped", points: 0 }, "0 !"],
    [{ standing: "blank", points: 0 }, "–"],
    [{ standing: "broken" }, "?"],
    [{ standing: "wrong", points: 2, override: { points: 2 } }, "2 *"],
    [{ standing: "blank", points: 1, override: { points: 1 } }, "1 *"],
  ] as const)("says of %j: %s", (part, text) => {
    expect(cellText(cell(part))).toBe(text);
  });

  it("is a sentence for who hears it", () => {
    const row = { student: { name: "Ada", number: "" } } as Row;
    const decided = { points: 2, comment: "Well" };
    expect(
      cellWords(row, "Ten steps", cell({ standing: "wrong", points: 2, override: decided }), 3),
    ).toBe("Ada, Ten steps: wrong, 2 of 3, decided by hand, with a comment");
    expect(cellWords(row, "Ten steps", cell({ standing: "broken" }), 3)).toBe(
      "Ada, Ten steps: could not be graded, points not known",
    );
  });
});

describe("what answers of a cluster have in common", () => {
  const question = { feedback: { "0.1": "<em>Squared</em>." } } as unknown as Question;
  const words = (name: string, mistakes: readonly string[] = []) =>
    clusterWords({ name, mistakes, students: [] } satisfies Cluster, question);

  it("is the mistake in the book's words, else what happened, as text", () => {
    expect(words("mistake 0.1", ["0.1"])).toEqual({ html: "<em>Squared</em>." });
    expect(words("mistake constructor", ["constructor"])).toEqual({ text: "mistake constructor" });
    expect(words("answer 0: 12, 2: <b>")).toEqual({
      text: "Answered “12” in part 1, “<b>” in part 3.",
    });
    expect(words("answer 0: ")).toEqual({ text: "Answered “nothing” in part 1." });
    expect(words("case step(1) should be 2")).toEqual({
      text: "Fails on the same case: step(1) should be 2",
    });
    expect(words("error run: TypeError: no")).toEqual({
      text: "Could not be judged: TypeError: no",
    });
  });
});

describe("a timeline", () => {
  const row = (attempts: readonly number[], made: string) =>
    ({
      result: { made },
      cells: [{ mark: { attempts: attempts.map((at) => ({ at, credit: 1 })) } }],
    }) as unknown as Row;
  const day = Date.parse("2026-12-01T00:00:00Z");

  it("goes from the first attempt to the handing in, with the due time where it lies within", () => {
    const line = timeLine(row([day, day + 50], "2026-12-01T00:00:00.100Z"), undefined);
    expect(line).toEqual({
      from: day,
      to: day + 100,
      lines: [
        [
          { along: 0, credit: 1 },
          { along: 0.5, credit: 1 },
        ],
      ],
    });
    expect(timeLine(row([day], "2026-12-01T00:00:00.100Z"), "2026-12-01T00:00:00.025Z")?.due).toBe(
      0.25,
    );
    expect(timeLine(row([day], "2026-12-01T00:00:00.100Z"), "2026-12-02T00:00:00Z")?.due).toBe(
      undefined,
    );
  });

  it("is none without an attempt, and survives a single moment and a time that cannot be read", () => {
    expect(timeLine(row([], "2026-12-01T00:00:00Z"), undefined)).toBeUndefined();
    expect(timeLine(row([day], ""), "soon")?.lines).toEqual([[{ along: 0.5, credit: 1 }]]);
  });
});
