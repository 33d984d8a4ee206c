import * as optim from "@downhill/optim";
import { methodCards } from "@downhill/optim";
import { describe, expect, test } from "vitest";
import { readDocstring } from "#src/course/docstring.ts";
import { cellTex, docTextHtml } from "#src/course/docstring-html.ts";
import { formulaRows } from "#src/course/formula-rows.ts";
import { renderMath } from "#src/course/math.ts";
import {
  addressOf,
  folders,
  methodFunction,
  methodModule,
  modules,
} from "#src/course/package-docs.ts";

const exports = modules.flatMap(({ exports: docs }) => docs);

test("every value that the package exports is documented, with an address", () => {
  for (const name of Object.keys(optim)) {
    expect(exports.find((doc) => doc.name === name)?.docstring, name).toMatch(/\S/);
    expect(addressOf(name), name).toMatch(/^\/reference\//);
  }
});

test("an address is that of the method's page, or of its folder", () => {
  expect(addressOf("momentumKernel")).toBe("/reference/momentum/#momentumKernel");
  expect(addressOf("rosenbrock")).toBe("/reference/api/problems/#rosenbrock");
  expect(addressOf("Objective")).toBe("/reference/api/core/#Objective");
  expect(addressOf("nobody")).toBeUndefined();
});

test("folders leave out methods and what is internal; the core comes last", () => {
  expect(folders.at(-1)).toMatchObject({ id: "core", title: "Core" });
  expect(folders.map(({ id }) => id)).not.toContain("methods");
  expect(folders.map(({ id }) => id)).not.toContain("internal");
});

test("every card has its module and the function that makes it", () => {
  for (const { id } of methodCards) {
    expect(methodModule(id).file).toBe(`methods/${id}.ts`);
    expect(optim).toHaveProperty(methodFunction(id).name);
  }
});

test("a card without a file is named", () => {
  expect(() => methodModule("levitation")).toThrow(
    'the card "levitation" needs a file methods/levitation.ts. Name the file as the card.',
  );
});

describe.each(modules.map(({ file, exports: docs }) => [file, docs] as const))(
  "%s",
  (_file, docs) => {
    test("can be set: every formula, and every text without leftovers of plain mathematics", () => {
      for (const { docstring, members = [] } of docs)
        for (const text of [docstring, ...members.map((member) => member.docstring)])
          for (const block of readDocstring(text).blocks) {
            if (block.kind === "formula")
              for (const { text: cell } of formulaRows(block.lines).flat())
                expect(() => renderMath(cellTex(cell)), cell).not.toThrow();
            if (block.kind === "text")
              expect(
                docTextHtml(block.text, () => undefined).replace(/<code>.*?<\/code>/g, ""),
              ).not.toMatch(/[_^]\{/);
          }
    });
  },
);
