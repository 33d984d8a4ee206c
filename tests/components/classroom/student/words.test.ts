import { describe, expect, it } from "vitest";
import { dueInWords, handedInWords } from "#components/classroom/student/words.ts";
import { assignmentOf } from "../../../classroom/assignment-of.ts";

const due = "2026-12-04T18:00:00+01:00";
const assignment = assignmentOf(new Map(), { due });
const { due: _, ...open } = assignment;
const at = Date.parse(due);

describe("when an assignment is due", () => {
  it("is told by the student's own clock, with what is left", () => {
    const words = dueInWords(assignment, at - 3 * 3600_000, "America/New_York");
    expect(words).toMatch(/^Due Friday,? 4 December 2026 at 12:00 .*, in 3 hours\.$/);
  });

  it("is told when it is over, and that handing in is still possible", () => {
    expect(dueInWords(assignment, at + 86_400_000 * 3, "UTC")).toMatch(
      /^It was due .*, 3 days ago\. You can still hand in; your teacher sees that it is late\.$/,
    );
  });

  it("may be never", () => {
    expect(dueInWords(open, at)).toBe("There is no due time.");
  });
});

describe("what was handed in", () => {
  it("is told with its time and its file", () => {
    expect(handedInWords(assignment, [at - 60_000], "ada.json", "UTC")).toMatch(
      /^Handed in on Friday,? 4 December 2026 at 16:59 UTC\. The file is ada\.json, where your browser saves files\.$/,
    );
  });

  it("is told to be late, and which of several it is", () => {
    expect(handedInWords(assignment, [at, at + 1], undefined, "UTC")).toMatch(
      /, after the due time\. That was time 2; the last one counts\.$/,
    );
    expect(handedInWords(open, [at + 1], undefined, "UTC")).not.toContain("after the due time");
  });
});
