import { expect, it } from "vitest";
import { given } from "#src/notebook/globals.ts";
import { prelude } from "#src/takeaway/prelude.ts";

const nothing = new Set<string>();

it.each(given.filter((name) => name !== "console"))(
  "gives a file %s, as the notebook does",
  (name) => {
    const { functions } = prelude(new Set([name]), nothing, "file", "page");
    expect(functions).toMatch(new RegExp(`^function\\*? ${name}\\b`, "m"));
  },
);

it("brings nothing that is not wanted", () => {
  expect(prelude(nothing, nothing, "file", "page")).toMatchObject({
    imports: "",
    values: "",
    functions: "",
  });
  const { functions } = prelude(new Set(["checkbox"]), nothing, "file", "page");
  expect(functions.match(/^function/gm)).toHaveLength(1);
});

it("leaves no mark of what is left out, and no module of its own", () => {
  const all = new Set([...given, "Plot", "runs", "generators", "settings"]);
  for (const wanted of [all, new Set(["display"])])
    for (const place of ["file", "notebook"] as const) {
      const { functions, values, imports } = prelude(wanted, nothing, place, "page");
      expect(functions + values + imports).not.toMatch(/\/\/ with |export |from "\.\//);
    }
});

it("calls its own what no cell does, and takes the language's where a cell took its name", () => {
  const { functions, imports, nameOf } = prelude(
    new Set(["display"]),
    new Set(["display", "inspect", "Number", "unrelated"]),
    "file",
    "page",
  );
  expect(nameOf("display")).toBe("display2");
  expect(nameOf("unrelated")).toBe("unrelated");
  expect(imports).toBe('import { inspect as inspect2 } from "node:util";');
  expect(functions).toContain("function display2(");
  expect(functions).toContain("globalThis.Number.isInteger(");
});
