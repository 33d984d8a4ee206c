import { describe, expect, it } from "vitest";
import { type Arrangement, arranged, everybody } from "#components/classroom/table/arrange.ts";
import type { Row } from "#src/classroom/table.ts";

const row = (
  name: string,
  total: number,
  points: readonly (number | undefined)[],
  more: Partial<Row["result"]> = {},
): Row =>
  ({
    key: name,
    student: { name, number: `n-${name}` },
    result: { flags: [], made: "", file: `${name}.json`, ...more },
    files: [`${name}.json`],
    cells: points.map((one) => ({
      standing: one === undefined ? "broken" : one > 0 ? "right" : "wrong",
      ...(one !== undefined && { points: one }),
    })),
    total,
    open: points.filter((one) => one === undefined).length,
  }) as unknown as Row;

const rows = [
  row("Chloé", 3, [1, 2], { made: "2026-12-01T10:00:00Z" }),
  row("ada", 1, [0, 1], { flags: [{ kind: "late", words: "" }], made: "2026-12-02T10:00:00Z" }),
  row("Bo", 3, [undefined, 3], { made: "2026-12-01T11:00:00+02:00" }),
];
const names = (change: Partial<Arrangement>) =>
  arranged(rows, { ...everybody, ...change }).map(({ student }) => student.name);

describe("the rows of the table", () => {
  it("stand by name, whatever the capitals", () => {
    expect(names({})).toEqual(["ada", "Bo", "Chloé"]);
    expect(names({ falling: true })).toEqual(["Chloé", "Bo", "ada"]);
  });

  it("stand by total, those of one total by name", () => {
    expect(names({ sort: { by: "total" } })).toEqual(["ada", "Bo", "Chloé"]);
    expect(names({ sort: { by: "total" }, falling: true })).toEqual(["Bo", "Chloé", "ada"]);
  });

  it("stand by an exercise, what is not known before what is worth nothing", () => {
    expect(names({ sort: { by: "exercise", index: 0 } })).toEqual(["Bo", "ada", "Chloé"]);
  });

  it("stand by the moment of handing in, in whatever zone it was written", () => {
    expect(names({ sort: { by: "made" } })).toEqual(["Bo", "Chloé", "ada"]);
  });

  it("are found by name, number and file, with or without accents", () => {
    expect(names({ search: "CHLOE" })).toEqual(["Chloé"]);
    expect(names({ search: "n-bo" })).toEqual(["Bo"]);
    expect(names({ search: "ada.json" })).toEqual(["ada"]);
    expect(names({ search: "nobody" })).toEqual([]);
  });

  it("are those with a flag, with an open exercise, or who stand so in one", () => {
    expect(names({ only: { kind: "flag", flag: "late" } })).toEqual(["ada"]);
    expect(names({ only: { kind: "remarks" } })).toEqual(["ada"]);
    expect(names({ only: { kind: "open" } })).toEqual(["Bo"]);
    expect(names({ only: { kind: "standing", index: 0, standing: "wrong" } })).toEqual(["ada"]);
    expect(names({ only: { kind: "hand" } })).toEqual([]);
  });
});
