import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Output } from "#src/notebook/output.ts";
import { type TakenPage, takeAway } from "#src/takeaway/take-away.ts";
import { chapters, pageOf } from "./pages.ts";
import { runUnderNode } from "./plain-node.ts";

/** What a page prints when its file is run. */
async function printed(cells: Readonly<Record<string, string>>, more: Partial<TakenPage> = {}) {
  const ran = runUnderNode(await takeAway("ts", pageOf(cells, more)));
  expect(ran.errors).toBe("");
  expect(ran.status).toBe(0);
  return ran.out.trimEnd();
}

const textOf = async (cells: Readonly<Record<string, string>>, more: Partial<TakenPage> = {}) =>
  (await takeAway("ts", pageOf(cells, more))).text;

describe("the text of a file", () => {
  it("says at its head where it comes from and how it is run", async () => {
    const text = await textOf({ one: 'import { vec } from "@downhill/optim";\nvec(1, 2)' });
    expect(text).toMatch(
      /^\/\/ A page, from Downhill\n\/\/ https:\/\/downhill\.example\/notebook\/\n\/\/\n\/\/ To run it, with Node 22\.18 or newer:\n\/\/ {3}npm install @downhill\/optim\n/,
    );
    expect(text).toContain("//   node a-page.ts\n");
  });

  it("asks for nothing that it does not use", async () => {
    const text = await textOf({ one: "const two = 2;" });
    expect(text).not.toMatch(/npm install|import|function/);
    expect(text).toContain("export {};");
  });

  it("has the imports of all cells at the top, no name twice, and types as types", async () => {
    const text = await textOf({
      one: 'import { run, Vec, vec } from "@downhill/optim";\nconst a: Vec = vec(1);',
      two: 'import { run, vec } from "@downhill/optim";\nimport { bowl as dish } from "@downhill/optim/problems";\nconst b = [run, vec, dish];',
    });
    expect(text.match(/^import .*$/gm)).toEqual([
      'import { run, type Vec, vec } from "@downhill/optim";',
      'import { bowl as dish } from "@downhill/optim/problems";',
    ]);
  });

  it("holds one cell with the cells that it needs, in the order in which they run", async () => {
    const page = pageOf({
      last: "first + 1",
      first: "const first = 1;",
      other: "const other = 2;",
    });
    const { name, text } = await takeAway("ts", page, "last");
    expect(name).toBe("a-page-last.ts");
    expect(text.indexOf("const first")).toBeLessThan(text.indexOf("first + 1"));
    expect(text).not.toContain("other");
  });

  it("has prose as comments, before the cell that it stands before", async () => {
    const notebook = {
      title: "Mine",
      parts: [
        { kind: "prose", id: "a", text: "Ends a comment */\nand\u2028a line" },
        { kind: "code", id: "b", text: "const b = 1;", title: "One */ line\nof title" },
        { kind: "prose", id: "c", text: "The end" },
      ],
    } as const;
    const { text } = await takeAway("ts", pageOf({}, { notebook }));
    expect(text).toContain(
      "// Ends a comment */\n// and\n// a line\n\n// ── One */ line of title ──\n\nconst b = 1;\n\n// The end\n",
    );
  });

  it("keeps a cell that does not parse as a comment, with the reason", async () => {
    const text = await textOf({ one: "const = 1;\n`${", two: "const two = 2;" });
    expect(text).toMatch(
      /\/\/ Cell "one" does not parse \(line 1, column 7\): .*\n\/\/\n\/\/ const = 1;\n\/\/ `\$\{\n/,
    );
  });

  it.each([
    [
      { one: "nobody + 1" },
      'cell "one" uses nobody, which no cell defines. Define it in an earlier cell.',
    ],
    [
      { one: "const x = 1;", two: "const x = 2;" },
      'cells "one" and "two" both define x. Rename one of the two.',
    ],
    [
      { one: "const a = b;", two: "const b = a;" },
      'cells "one" → "two" → "one" need each other in a circle. Move what they share into a cell of its own.',
    ],
    [
      { one: 'import { x } from "lodash";\nx' },
      'there is no module "lodash" here. A cell can import from "@downhill/optim", "@downhill/optim/data", "@downhill/optim/problems", "@observablehq/plot".',
    ],
    [
      { one: 'import { vecc } from "@downhill/optim";\nvecc(1)' },
      '"@downhill/optim" exports no vecc. Did you mean vec?',
    ],
  ])("keeps a cell that cannot run as a comment: %#", async (cells, why) => {
    const text = await textOf(cells);
    expect(text).toContain(`// Cell "one" cannot run: ${why}\n`);
    expect(text.split("\n").filter((line) => line !== "" && !line.startsWith("//"))).toEqual([
      "export {};",
    ]);
  });

  it("says which cell an omitted cell waits for", async () => {
    const text = await textOf({ one: "const one = nobody;", two: "one + 1" });
    expect(text).toContain(
      'Cell "two" cannot run: it needs one from cell "one", which has an error. Put that cell right first.',
    );
  });

  it("is refused for a cell that is not there", async () => {
    await expect(takeAway("ts", pageOf({ one: "1" }), "two")).rejects.toThrow(
      'take away: the page has no cell "two". Name one that is there.',
    );
  });
});

describe("a file under plain Node", () => {
  it("prints the last values in words: numbers with six digits, records as a table", async () => {
    expect(
      await printed({
        number: "1 / 3",
        vector: "Float64Array.of(1 / 3, 2e-9)",
        table: "[{ t: 1, loss: 1 / 3 }, { t: 10, loss: undefined }];",
        text: '"a text"',
        nothing: "undefined",
        comma: "(1, 2), 3 // the last of them",
        record: "({ deep: { deeper: [1 / 3] } })",
        failure: 'new Error("as a value")',
      }),
    ).toBe(
      [
        "0.333333",
        "[ 0.333333, 2e-9 ]",
        " t      loss",
        " 1  0.333333",
        "10",
        "a text",
        "3",
        "{ deep: { deeper: [ 0.333333 ] } }",
        "Error: as a value",
      ].join("\n"),
    );
  });

  it("prints what is shown, logged and set as mathematics", async () => {
    expect(
      await printed({
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a cell's text
        one: 'display(1, "two");\nconsole.log("three");\ntex`\\kappa = ${1e-9} ${[1, 2]}`',
      }),
    ).toBe("1\ntwo\nthree\n\\kappa = 1 \\times 10^{-9} \\begin{bmatrix} 1 \\\\ 2 \\end{bmatrix}");
  });

  it("has controls at what the reader set, else at their start", async () => {
    const cell = `[
      view(slider({ min: 0, max: 1 })), view(numberField({ min: 1, max: 100, scale: "log" })),
      view(select(["adam", "momentum"])), view(checkbox()), view(pointPicker({ x: [0, 2] })),
    ]`;
    expect(await printed({ cell })).toBe("[ 0.5, 10, 'adam', false, [ 1, 0 ] ]");
    const settings = new Map([["cell", [0.25, null, "momentum", true, [1, 2]] as const]]);
    expect(await printed({ cell, other: "view(slider({ min: 0, max: 4 }))" }, { settings })).toBe(
      "[ 0.25, 10, 'momentum', true, [ 1, 2 ] ]\n2",
    );
  });

  it("takes what the controls were set to from what the cell showed", async () => {
    const control = { control: "checkbox", label: "", value: false } as const;
    const outputs = new Map<string, readonly Output[]>([
      ["cell", [{ kind: "control", index: 0, control, value: true }]],
    ]);
    expect(await printed({ cell: "view(checkbox())" }, { outputs })).toBe("true");
  });

  it("prints runs, generators of both kinds, and goes through progress", async () => {
    const out = await printed({
      run: 'import { bowl, gradientDescent, iterate, run } from "@downhill/optim";\nrun(gradientDescent({ learningRate: 0.1 }), bowl([1, 2]), [1, 1], { steps: 20 })',
      frames:
        'import { bowl, gradientDescent, iterate } from "@downhill/optim";\niterate(gradientDescent({ learningRate: 0.1 }), bowl([1]), [1], { steps: 1 })',
      both: "for (const k of progress(2)) display(k);\nfor (const word of progress(['a'])) display(word);",
      plain: "(function* () { const one = [0]; for (; one[0] < 2; one[0]++) yield one; })()",
      late: "(async function* () { yield await 7; })()",
      after: '"after"',
    });
    expect(out).toMatch(/^step +x +f +‖∇f‖\n +0 +\[ 1, 1 \] +1\.5 /);
    expect(out).toContain("gradientDescent: budget after 20 steps");
    expect(out).toContain(
      "run: budget after 1 steps\n0\n1\na\n1 of 2:\n[ 0 ]\n2 of 2:\n[ 1 ]\n1 of 1:\n7\nafter",
    );
  });

  it("writes files beside, under a name that begins with its own", async () => {
    const page = pageOf({
      csv: 'download([{ a: 1, b: "x,y" }, { a: 2, c: [1, 2] }], "run.csv")',
      json: 'download({ v: Float64Array.of(1, 2) }, "v.json")',
      bin: 'download(Float64Array.of(1), "v.bin")',
      rows: 'download([[1, 2], Float64Array.of(3)], "rows.tsv")',
    });
    const { folder, status } = runUnderNode(await takeAway("ts", page));
    expect(status).toBe(0);
    const read = (name: string) => readFileSync(join(folder, name), "utf8");
    expect(read("a-page-run.csv")).toBe('a,b,c\r\n1,"x,y",\r\n2,,"[1,2]"\r\n');
    expect(JSON.parse(read("a-page-v.json"))).toEqual({ v: [1, 2] });
    expect(readFileSync(join(folder, "a-page-v.bin"))).toHaveLength(8);
    expect(read("a-page-rows.tsv")).toBe("1\t2\r\n3\r\n");
  });

  it("writes no file outside its folder, nor one that could be run", async () => {
    for (const name of ["../x.csv", "x.mjs", ".x.csv"]) {
      const page = pageOf({ one: `download("text", ${JSON.stringify(name)})` });
      const { folder, errors } = runUnderNode(await takeAway("ts", page));
      expect(errors).toContain(`give the file a plain name such as "run.csv", got ${name}`);
      expect(readdirSync(folder)).toEqual(["a-page.ts"]);
    }
  });

  it("takes a cell whose text was put right since it failed for one that runs", async () => {
    const failure: Output = { kind: "error", stage: "run", message: "RangeError: meant to" };
    const more = { outputs: new Map([["mended", [failure]]]), stale: new Set(["mended"]) };
    const cells = { mended: "const whole = 2;", after: "whole + 1" };
    expect(await textOf(cells, more)).not.toMatch(/try|cannot run/);
    expect(await printed(cells, more)).toBe("3");
  });

  it("goes on after a cell that fails, and leaves out what needs it", async () => {
    const failure = { kind: "error", stage: "run", message: "meant to" } as const;
    const cells = {
      fails: 'const broken = 1;\nthrow new RangeError("meant to");',
      needs: "broken + 1",
      last: '"goes on"',
    };
    const outputs = new Map([["fails", [failure]]]);
    expect(await printed(cells, { outputs })).toBe("RangeError: meant to\ngoes on");
    const stored = new Map([["fails", '<p class="out out-error">…</p>']]);
    expect(await printed(cells, { stored })).toBe("RangeError: meant to\ngoes on");
  });

  it("runs cells that import different things by one name, or what another cell defines", async () => {
    expect(
      await printed({
        one: 'import { norm as size } from "@downhill/optim";\nconst first = size([3, 4]);',
        two: 'import { dot as size } from "@downhill/optim";\nconst second = size([3, 4], [3, 4]);\nsecond',
        three: 'import { bowl } from "@downhill/optim";\nbowl([1]).dim',
        four: 'const bowl = "of cereals";',
        five: "[first, second, bowl]",
      }),
    ).toBe("25\n1\n[ 5, 25, 'of cereals' ]");
  });

  it("runs cells that call their own what the file brings along, or what the language has", async () => {
    expect(
      await printed({
        one: "const inspect = 1, table = 2, Number = 3, Array = 4, Object = 5;",
        two: "const display = (x: number) => x + 0.5;",
        three: "display(1 / 3)",
        four: "[inspect, table, Number, Array, Object]",
      }),
    ).toBe("[ 1, 2, 3, 4, 5 ]");
  });

  it("runs text with backticks, ends of comments and of scripts in it", async () => {
    expect(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a cell's text
      await printed({ one: "const a = `*/ </script> ${`\\`${1 + 1}`}`; /* `${ */\na // `" }),
    ).toBe("*/ </script> `2");
  });

  it("runs TypeScript that is more than types, as JavaScript", async () => {
    const cells = {
      kinds: "enum Kind { first, second }\nexport const kind: Kind = Kind.second;\nkind",
      fields: "class Point { constructor(readonly x: number) {} }\nnew Point(<number>kind).x + 1",
    };
    expect(await textOf(cells)).toContain("// In JavaScript, since Node takes types away");
    expect(await printed(cells)).toBe("1\n2");
  });

  it("waits where a cell waits", async () => {
    expect(await printed({ one: "const late = await Promise.resolve(3);", two: "late" })).toBe("3");
  });
});

describe("drawings", () => {
  const gradients = chapters.find(({ name }) => name === "gradients")!.page;

  it("are files beside where Plot is installed", async () => {
    const ran = runUnderNode(await takeAway("ts", gradients), true);
    expect(ran.errors).toBe("");
    expect(ran.out).toContain("Drew gradients-1.svg\n");
    expect(readFileSync(join(ran.folder, "gradients-1.svg"), "utf8")).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"(?! xmlns)/,
    );
  });

  it("are told of where it is not", async () => {
    const ran = runUnderNode(await takeAway("ts", gradients));
    expect(ran.out).toContain("(A drawing. To have it: npm install @observablehq/plot linkedom@");
  });

  it("by any name, from a mark, with a caption, or one after another", async () => {
    const page = pageOf({
      one: 'import * as P from "@observablehq/plot";\nP.dot([[1, 2]]).plot()',
      two: 'import { plot, dot as mark } from "@observablehq/plot";\nplot({ caption: "c", marks: [mark([[1, 2]])] })',
      three:
        "(function* () { for (let i = 0; i < 3; i++) yield P.dot([[1, i]]).plot(); })()".replace(
          "P.dot",
          "draw",
        ),
      four: 'import { dot as draw2 } from "@observablehq/plot";\nconst draw = draw2;',
    });
    const ran = runUnderNode(await takeAway("ts", page), true);
    expect(ran.errors).toBe("");
    expect(ran.out).toContain("Drew a-page-1.svg\nDrew a-page-2.html\n");
    expect(ran.out).toContain("3 drawings, the last above");
    expect(runUnderNode(await takeAway("ts", page)).status).toBe(0);
  });
});
