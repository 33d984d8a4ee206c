import { describe, expect, it } from "vitest";
import { LONGEST_KEY, studentKey, variantOf } from "#src/classroom/student.ts";

describe("a student", () => {
  it("is known by the number, else by the name, whatever the capitals and spaces", () => {
    expect(studentKey({ name: "Ada", number: " S-1 " })).toBe("s-1");
    expect(studentKey({ name: " Ada  Abel ", number: "" })).toBe(
      studentKey({ name: "ada abel", number: " " }),
    );
    expect(studentKey({ name: " ", number: "" })).toBe("");
  });

  it("has a key of bounded length, and another one than whoever begins the same", () => {
    const long = (end: string) => studentKey({ name: `${"\uFDFA".repeat(60)}${end}`, number: "" });
    expect(long("a")).toHaveLength(LONGEST_KEY);
    expect(long("A ")).toBe(long("a"));
    expect(long("b")).not.toBe(long("a"));
  });

  const exercise = { edition: 3, variant: { kind: "student" } } as const;
  const ada = { name: "Ada", number: "" };

  it("has numbers of her own, the same on every machine: a change would spoil assignments that are out", () => {
    expect(variantOf("week-3", exercise, ada)).toBe("3.vxafwt.1");
    expect(variantOf("week-4", exercise, ada)).not.toBe(variantOf("week-3", exercise, ada));
    expect(variantOf("week-3", exercise, { name: "Bo", number: "" })).not.toBe(
      variantOf("week-3", exercise, ada),
    );
  });

  it("has the numbers of the whole name, however long its key would be", () => {
    const long = { name: "\uFDFA".repeat(60), number: "" };
    expect(variantOf("week-3", exercise, long)).toBe("3.15veeor.1");
  });

  it("has those of all where they are shared, and those of the book", () => {
    expect(variantOf("week-3", { edition: 1, variant: { kind: "shared", seed: 35 } }, ada)).toBe(
      "1.z.1",
    );
    expect(variantOf("week-3", { edition: 1, variant: { kind: "book" } }, ada)).toBeUndefined();
  });
});
