import { describe, expect, it } from "vitest";
import {
  assignmentInFile,
  assignmentInLink,
  keptAssignments,
} from "#components/classroom/table/open-assignment.ts";
import { pack } from "#src/sharing/packed.ts";
import { assignmentOf, questionsFor } from "../../../classroom/assignment-of.ts";
import { fakeStorage } from "../../../fake-storage.ts";

const assignment = assignmentOf(questionsFor(["ten-steps"]));

describe("an assignment", () => {
  it("is opened from its link, whole or only the end of it, and from its file", async () => {
    const packed = await pack(assignment);
    for (const link of [`https://book.example/assignment/#a=${packed}`, `#a=${packed}`])
      expect(await assignmentInLink(link)).toEqual({ assignment });
    const text = `\uFEFF${JSON.stringify(assignment)}`;
    expect(await assignmentInFile(new Blob([text]))).toEqual({ assignment });
  });

  it.each([
    ["https://book.example/", "This is no link to an assignment: it has no “#a=” in it."],
    ["#a=%%%", "This link is damaged"],
    ["#a=", "This link is damaged"],
  ])("is refused in words from the link %s", async (link, words) => {
    const opened = await assignmentInLink(link);
    expect("problems" in opened && opened.problems.join(" ")).toContain(words);
  });

  it("is refused in words from a file that is none", async () => {
    const problems = async (text: string) => {
      const opened = await assignmentInFile(new Blob([text]));
      return "problems" in opened ? opened.problems.join(" ") : "";
    };
    expect(await problems("{")).toContain("it is no JSON, or not all of it is there");
    expect(await problems("[]")).toContain("This is no assignment");
    expect(await problems("x".repeat(5_000_000))).toContain(
      "The file has 5 MB, and an assignment has at most 4.",
    );
  });

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
