import { describe, expect, it } from "vitest";
import { keptAssignments } from "#components/classroom/table/kept-assignments.ts";
import { assignmentOf, questionsFor } from "../../../classroom/assignment-of.ts";
import { fakeStorage } from "../../../fake-storage.ts";

const assignment = assignmentOf(questionsFor(["ten-steps"]));

describe("an assignment", () => {
  it("is offered when the page for teachers keeps it whole", () => {
    const { storage: kept } = fakeStorage();
    const draft = (one: object) => JSON.stringify({ version: 1, value: { assignment: one } });
    kept.setItem("downhill:teach:b", draft({ ...assignment, title: "B" }));
    kept.setItem("downhill:teach:a", draft({ ...assignment, title: "A" }));
    kept.setItem("downhill:teach:unfinished", draft({ ...assignment, exercises: [] }));
    kept.setItem("downhill:teach:damaged", "{");
    kept.setItem("downhill:cell:x", draft(assignment));
    expect(keptAssignments(kept).map(({ title }) => title)).toEqual(["A", "B"]);
  });
});
