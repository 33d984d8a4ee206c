import { describe, expect, it } from "vitest";
import { gradeHandIn } from "#components/classroom/table/grade-hand-in.ts";
import { assignmentDigest } from "#src/classroom/assignment.ts";
import { assignmentOf, judgeHere, questionsFor } from "../../../classroom/assignment-of.ts";
import { syntheticClass } from "../../../classroom/synthetic-class.ts";

const questions = questionsFor(["ten-steps", "heavy-ball"]);
const assignment = assignmentOf(questions);
const course = {
  assignment,
  digest: await assignmentDigest(assignment),
  questions,
  edition: "0.1.0",
  judgeCode: judgeHere,
};

describe("one file that was handed in", () => {
  it("is graded, and its answers come with it", async () => {
    const [one] = await syntheticClass({
      assignment,
      questions,
      students: 1,
      edition: "0.1.0",
      roles: ["right"],
    });
    const content = new File([new Uint8Array(one?.bytes ?? [])], "x");
    const { result, answers } = await gradeHandIn(course, { name: "in/x.json", content });
    expect(result.file).toBe("in/x.json");
    expect(result.marks.map(({ credit }) => credit)).toEqual([1, 1]);
    expect(Object.keys(answers)).toEqual(["ten-steps", "heavy-ball"]);
  });

  it("is never lost: too large, or gone since it was dropped", async () => {
    const large = { size: 50 * 1024 * 1024 } as File;
    const gone = {
      size: 10,
      arrayBuffer: () => Promise.reject(new Error("A requested file could not be found.")),
    } as unknown as File;
    const flagOf = async (content: File) =>
      (await gradeHandIn(course, { name: "a.json", content })).result.flags[0];
    expect(await flagOf(large)).toMatchObject({ kind: "too-large" });
    expect((await flagOf(large))?.words).toContain("The file has 50 MB");
    expect((await flagOf(gone))?.words).toBe(
      "The file could not be read (A requested file could not be found). Drop it again, or ask the student to hand in again.",
    );
  });

  it("is in the results even when grading itself stumbles", async () => {
    const stumbling = {
      ...course,
      get edition(): string {
        throw new Error("boom");
      },
    };
    const [one] = await syntheticClass({ ...course, students: 1, roles: ["right"] });
    const content = new TextDecoder().decode(one?.bytes);
    const { result } = await gradeHandIn(stumbling, { name: "a.json", content });
    expect(result.state).toBe("unreadable");
    expect(result.flags[0]?.words).toContain("could not be read (boom)");
  });
});
