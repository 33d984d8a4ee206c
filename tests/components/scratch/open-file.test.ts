import { describe, expect, it } from "vitest";
import { fileName, openFile } from "#components/scratch/open-file.ts";

const file = (text: string, size?: number) => {
  const made = new File([text], "a.json");
  if (size !== undefined) Object.defineProperty(made, "size", { value: size });
  return made;
};

describe("a file that the reader has chosen", () => {
  it("is not even read when it is far too large", async () => {
    expect(await openFile(file("{}", 3e9))).toEqual({
      problem: "“a.json” is too large for a notebook: 3000 MB. Nothing was opened.",
    });
  });

  it("is said to be unreadable when the browser cannot read it", async () => {
    const gone = file("{}");
    gone.text = () => Promise.reject(new Error("gone"));
    expect(await openFile(gone)).toEqual({
      problem:
        "“a.json” could not be read. It may have been moved or be a folder. Nothing was opened.",
    });
  });

  it("is named after the title", () => {
    expect(fileName("Fit a line: très simple")).toBe("fit-a-line-tres-simple.notebook.json");
    expect(fileName("???")).toBe("notebook.notebook.json");
  });
});
