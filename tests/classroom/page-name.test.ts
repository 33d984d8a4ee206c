import { describe, expect, it } from "vitest";
import { pageName } from "#src/classroom/page-name.ts";

describe("the name of a student's page", () => {
  it("is plain, whatever the student wrote", () => {
    expect(pageName("Ada Abel", new Set())).toBe("Ada-Abel.html");
    expect(pageName("../../etc/passwd", new Set())).toBe("etc-passwd.html");
    expect(pageName("???", new Set())).toBe("student.html");
    expect(pageName("x".repeat(500), new Set())).toHaveLength(65);
  });

  it("is nobody else's, whatever the capitals", () => {
    const taken = new Set<string>();
    expect(["Bo", "bo", "BO"].map((name) => pageName(name, taken))).toEqual([
      "Bo.html",
      "bo-2.html",
      "BO-3.html",
    ]);
  });
});
