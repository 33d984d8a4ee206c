import { describe, expect, it } from "vitest";
import { exercisesCsv, studentsCsv } from "#src/classroom/csv.ts";
import { inNumbers } from "#src/classroom/question.ts";
import { readSubmission } from "#src/classroom/read-submission.ts";
import { regrade } from "#src/classroom/regrade.ts";
import { settle } from "#src/classroom/settle.ts";
import { studentKey, variantOf } from "#src/classroom/student.ts";
import { tableOf } from "#src/classroom/table.ts";
import { gradeCode } from "#src/grading/code.ts";
import { gradingModules } from "#src/grading/grading-modules.ts";
import { gradeMatrix } from "#src/grading/matrix.ts";
import { gradeNumbers } from "#src/grading/number.ts";
import { gradePoints } from "#src/grading/points.ts";
import { assignmentOf, courseOf, EVERY_KIND, questionsFor } from "./assignment-of.ts";
import { ROLES, type SyntheticFile, syntheticClass } from "./synthetic-class.ts";

const questions = questionsFor(EVERY_KIND);
const assignment = assignmentOf(questions);
const edition = "0.1.0";
const course = await courseOf(assignment, questions, edition);
// Those who mean harm are for processes of their own: tests/cli/grade.
const roles = ROLES.filter((role) => role !== "hostile");
const files = await syntheticClass({
  assignment,
  questions,
  students: 2 * roles.length,
  edition,
  roles,
});
const results = await Promise.all(
  files.map(async ({ name, bytes }) => regrade(course, name, await readSubmission(bytes))),
);
const settled = settle(results);
const table = tableOf(assignment, settled);
const resultOf = (file: SyntheticFile) => settled.find((one) => one.file === file.name);

/** The credit of each answer, from the graders of the page alone. */
async function credits({ submission, student }: SyntheticFile): Promise<readonly number[]> {
  return Promise.all(
    assignment.exercises.map(async (exercise) => {
      const question = questions.get(exercise.id);
      const answer = submission?.answers.find((one) => one.exercise === exercise.id)?.answer;
      if (!question || answer === undefined) return 0;
      const code = question.variants && variantOf(assignment.id, exercise, student);
      const found = await inNumbers(question, code);
      if ("problem" in found) throw new Error(found.problem);
      const { spec, job } = found.asked;
      const texts = answer as readonly string[];
      const verdict =
        spec.kind === "code" && job
          ? await gradeCode({ answer: String(answer), ...job }, gradingModules)
          : spec.kind === "number"
            ? gradeNumbers(spec.boxes, texts)
            : spec.kind === "matrix"
              ? gradeMatrix(spec, texts)
              : spec.kind === "points"
                ? gradePoints(spec, texts)
                : undefined;
      if (verdict)
        return verdict.kind === "pass" ? 1 : verdict.kind === "fail" ? verdict.credit : 0;
      return fileCredit(exercise.id);
    }),
  );

  function fileCredit(id: string): number {
    const file = files.find((one) => one.submission === submission);
    return file?.marks.find(({ exercise }) => exercise === id)?.credit ?? Number.NaN;
  }
}

describe("a class that is graded again", () => {
  it("has every file in its results once, and every student in one row", () => {
    expect(settled.map(({ file }) => file).sort()).toEqual(files.map(({ name }) => name).sort());
    expect(table.rows.map(({ key }) => key)).toEqual([
      ...new Set(table.rows.map(({ key }) => key)),
    ]);
    expect(table.rows).toHaveLength(files.filter(({ counts }) => counts).length);
    expect(table.strays).toHaveLength(files.filter(({ marks }) => marks.length === 0).length);
  });

  it.each(files)("finds of $name ($role) what is in it, and flags it", (file) => {
    const result = resultOf(file);
    expect(result?.counts).toBe(file.counts);
    expect(result?.student).toEqual(file.student);
    const kinds = result?.flags.map(({ kind }) => kind) ?? [];
    for (const flag of file.flags) expect(kinds).toContain(flag);
    const known = file.marks.filter(({ credit }) => credit !== undefined);
    for (const { exercise, credit, cluster } of known) {
      const mark = result?.marks.find((one) => one.exercise === exercise);
      expect([exercise, mark?.credit, mark?.cluster]).toEqual([
        exercise,
        expect.closeTo(credit ?? 0, 9),
        cluster,
      ]);
    }
    for (const { exercise, cluster } of file.marks)
      if (cluster !== undefined)
        expect(result?.marks.find((one) => one.exercise === exercise)?.cluster).toBe(cluster);
  });

  it("flags nobody who did nothing out of the ordinary", () => {
    for (const file of files.filter(({ role }) =>
      ["right", "blank", "by mail", "starters"].includes(role),
    ))
      expect(resultOf(file)?.flags).toEqual([]);
  });

  it("gives each student the points that the page would, and no verdict of a file counts", async () => {
    for (const row of table.rows) {
      const file = files.find(({ name }) => name === row.result.file);
      const expected = await credits(file as SyntheticFile);
      const points = expected.map(
        (credit, index) => credit * (assignment.exercises[index]?.points ?? 0),
      );
      row.cells.forEach((cell, index) => {
        expect([row.key, cell.exercise, cell.points]).toEqual([
          row.key,
          cell.exercise,
          expect.closeTo(points[index] as number, 9),
        ]);
      });
      expect(row.total).toBeCloseTo(
        points.reduce((sum, one) => sum + one, 0),
        9,
      );
      expect(row.open).toBe(0);
    }
    expect(table.full).toBe(assignment.exercises.reduce((sum, { points }) => sum + points, 0));
  });

  it("counts each exercise over the rows", () => {
    table.columns.forEach((column, index) => {
      const cells = table.rows.map(({ cells }) => cells[index]);
      const shares = cells.map((cell) => (cell?.points ?? 0) / column.exercise.points);
      expect(column.right).toBe(shares.filter((share) => share === 1).length);
      expect(column.partly).toBe(shares.filter((share) => share > 0 && share < 1).length);
      expect(column.right + column.partly + column.wrong + column.stopped + column.blank).toBe(
        table.rows.length,
      );
      expect(column.blank).toBe(
        files.filter(({ counts, role }) => counts && role === "blank").length,
      );
      expect(column.mean).toBeCloseTo(shares.reduce((sum, one) => sum + one, 0) / shares.length, 9);
    });
  });

  it("puts those together who made one mistake, the largest group first", () => {
    table.columns.forEach(({ exercise, clusters }, index) => {
      for (const { name, students, mistakes } of clusters) {
        const same = table.rows.filter(({ cells }) => cells[index]?.mark.cluster === name);
        expect(students).toEqual(same.map(({ key }) => key));
        for (const mistake of mistakes)
          expect(questions.get(exercise.id)?.feedback).toHaveProperty([mistake]);
      }
      const sizes = clusters.map(({ students }) => students.length);
      expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
    });
  });

  it("takes the last hand-in of a student in time, whatever the order of the files", () => {
    const twice = files.filter(({ role }) => role === "twice");
    for (const file of twice)
      expect(resultOf(file)?.flags.some(({ kind }) => kind === "superseded")).toBe(!file.counts);
    expect(settle([...results].reverse())).toEqual(settled);
    const row = table.rows.find(
      ({ key }) => key === studentKey(twice[0]?.student ?? { name: "", number: "" }),
    );
    expect(row?.files).toEqual(twice.slice(0, 2).map(({ name }) => name));
  });

  it("tells a teacher in words what was found", () => {
    const words = (role: string) => {
      const file =
        files.find((one) => one.role === role && one.counts) ??
        files.find((one) => one.role === role);
      return resultOf(file as SyntheticFile)?.flags.map((flag) => flag.words) ?? [];
    };
    expect(words("late")).toEqual(["It was made 90 minutes after the due time."]);
    expect(words("copies").join(" ")).toMatch(
      /The code of [a-z, -]+ is the same as that of Bo Abel \(s00002\), but for names and layout\. Short functions can agree by chance; have a look\./,
    );
    expect(words("copies").join(" ")).toContain(
      "All attempts were made in the same milliseconds as those of Bo Abel (s00002): it is one file under several names. Ask them.",
    );
    expect(words("score raised").join(" ")).toMatch(
      /The file says that the last check of [a-z-]+ gave 100 %; the answer in it gives \d+ %, and that counts\. The answer was changed after the check, or the file was\./,
    );
    expect(words("other numbers").join(" ")).toMatch(
      /ten-steps was answered in other numbers than this student’s: in those of the code 1\.\w+\.1\. In them it is right\. It was graded in the student’s\. Perhaps the name was written differently at first; decide by hand\./,
    );
  });

  it("follows what was decided by hand, and keeps what was found", () => {
    const row = table.rows[0];
    const [exercise] = assignment.exercises;
    if (!row || !exercise) throw new Error("no rows");
    const overrides = {
      [row.key]: { [exercise.id]: { points: 0.25, comment: "half" }, "": { comment: "see me" } },
    };
    const decided = tableOf(assignment, settled, overrides).rows[0];
    expect(decided?.cells[0]).toMatchObject({
      points: 0.25,
      override: { comment: "half" },
      mark: row.cells[0]?.mark,
    });
    expect(decided?.total).toBeCloseTo(row.total - (row.cells[0]?.points ?? 0) + 0.25, 9);
    expect(decided?.comment).toBe("see me");
  });

  it("is written as a sheet with a row for each student and each file that could not be graded", () => {
    const lines = studentsCsv(table).split("\r\n");
    expect(lines[0]).toBe(
      `name,number,file,handed in,minutes late,${EVERY_KIND.join(",")},total,of,not graded,remarks`,
    );
    expect(lines).toHaveLength(1 + table.rows.length + table.strays.length + 1);
    const [first] = table.rows;
    expect(
      lines[1]?.startsWith(
        `${first?.student.name},${first?.student.number},${first?.result.file},`,
      ),
    ).toBe(true);
    expect(exercisesCsv(table).split("\r\n")[1]).toMatch(
      /^ten-steps,1,0\.\d+,\d+,\d+,\d+,0,\d+,0,/,
    );
  });
});
