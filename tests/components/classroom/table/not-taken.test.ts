import { describe, expect, it } from "vitest";
import { notTaken } from "#components/classroom/table/not-taken.ts";
import type { Assignment } from "#src/classroom/assignment.ts";
import { assignmentOf, questionsFor } from "../../../classroom/assignment-of.ts";

const open = assignmentOf(questionsFor(["heavy-ball"]));
const fileOf = (assignment: Assignment, name: string) =>
  new File([JSON.stringify(assignment)], name);
const marks = [new File(["{}"], "week-3-comments.json")];

describe("what is given to the table and not taken", () => {
  it("is comments and points before an assignment is open", async () => {
    expect(await notTaken({ assignments: [], marks }, undefined)).toBe(
      "Not opened, since no assignment is open yet: week-3-comments.json. Open the assignment, then give comments and points again.",
    );
    expect(await notTaken({ assignments: [], marks }, open)).toBe("");
  });

  it("is another assignment while one is open", async () => {
    const other = fileOf({ ...open, title: "Another" }, "other.json");
    expect(await notTaken({ assignments: [other], marks }, open)).toBe(
      "Not opened, since an assignment is open already: other.json. Press “Open another assignment” to change to it.",
    );
  });

  it("is not the assignment that is open, which may lie in the folder", async () => {
    expect(await notTaken({ assignments: [fileOf(open, "week-3.json")], marks: [] }, open)).toBe(
      "",
    );
  });
});
