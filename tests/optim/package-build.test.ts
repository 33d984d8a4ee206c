import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import * as optim from "@downhill/optim";
import { buildSync } from "esbuild";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { installPacked } from "./packed-package.ts";

const { folder, installed } = installPacked();
const readme = readFileSync(join(installed, "README.md"), "utf8");
/** The first program of the README. */
const start = /```ts\n([\s\S]*?)```/.exec(readme)![1]!;

describe("the packed package", () => {
  test("holds the built modules, their sources and the papers, and nothing else", () => {
    expect(readdirSync(installed).sort()).toEqual(
      ["CHANGELOG.md", "LICENSE", "README.md", "dist", "package.json", "src"].sort(),
    );
    const modules = (under: string, ending: string) =>
      readdirSync(join(installed, under), { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(ending))
        .map((path) => path.slice(0, -ending.length))
        .sort();
    expect(modules("dist", ".js")).toEqual(modules("src", ".ts"));
    expect(modules("dist", ".d.ts")).toEqual(modules("src", ".ts"));
  });

  test("exports in Node what its sources export", () => {
    const output = run(
      'import * as optim from "@downhill/optim"; import * as problems from "@downhill/optim/problems"; import * as data from "@downhill/optim/data"; console.log(JSON.stringify([optim, problems, data].map(Object.keys)));',
    );
    const [all, problems, data] = JSON.parse(output) as [string[], string[], string[]];
    expect(all.sort()).toEqual(Object.keys(optim).sort());
    expect(problems).toContain("rosenbrock");
    expect(data).toEqual(["digits", "iris"]);
    expect(all).not.toContain("digits");
  });

  test("starts as its README says, in the lines that the README prints", () => {
    const promised = [...start.matchAll(/^console\.log.*; \/\/ (.*)$/gm)].map(([, text]) => text);
    expect(promised.length).toBeGreaterThan(1);
    expect(run(start).trimEnd().split("\n")).toEqual(promised);
  });

  test.each([
    ["bundler", ts.ModuleResolutionKind.Bundler, ts.ModuleKind.ESNext],
    ["node16", ts.ModuleResolutionKind.Node16, ts.ModuleKind.Node16],
  ] as const)("has types for TypeScript with moduleResolution %s", (_name, resolution, module) => {
    const objections = typeCheck(
      `${start}
import type { Method, MomentumState, Objective, Trace } from "@downhill/optim";
import { rosenbrock } from "@downhill/optim/problems";
const own: Objective = { dim: 1, value: ([x = 0]) => x * x, gradient: ([x = 0]) => Float64Array.of(2 * x) };
const trace: Trace<MomentumState> = run(momentum({ learningRate: 0.1 }), own, [1]);
const velocity: Float64Array | undefined = trace.frames.at(-1)?.state.v;
const title: string = rosenbrock.title;
momentum({ learningRat: 0.1 });
const wrong: Method = title;
export { velocity, wrong };
`,
      { moduleResolution: resolution, module },
    );
    // The two lines that are wrong, and no other: neither here nor in the declarations.
    expect(objections).toHaveLength(2);
    expect(objections[0]).toContain("'learningRat' does not exist in type 'MomentumOptions'");
    expect(objections[1]).toContain("Type 'string' is not assignable to type 'Method<State>'");
  });
});

describe("what a page pays for a part of it", () => {
  const methods = ["gradientDescent", "momentum", "adam"].filter((name) => name in optim);

  test.each(methods)("%s alone is less than 2 KB, minified and compressed", (name) => {
    expect(gzipSync(bundleOf(name), { level: 9 }).length).toBeLessThan(2000);
  });

  test("a kernel alone is its loop: no method, no card", () => {
    expect(bundleOf("momentumKernel").length).toBeLessThan(200);
  });

  test.each(methods)("%s alone brings neither cards nor other methods", (name) => {
    const text = bundleOf(name);
    expect(text).not.toMatch(/rotationInvariant|Polyak|Nesterov/);
  });
});

/** The output of a module run by Node in the consumer's folder. */
function run(program: string): string {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--input-type=module", "--eval", program],
    { cwd: folder, encoding: "utf8" },
  );
  expect(status, stderr).toBe(0);
  return stdout;
}

/** What the compiler objects to in a strict program that has neither DOM nor Node. */
function typeCheck(program: string, options: ts.CompilerOptions): readonly string[] {
  const file = join(folder, "program.ts");
  writeFileSync(file, `declare const console: { log(...values: unknown[]): void };\n${program}`);
  const checked = ts.createProgram([file], {
    ...options,
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    types: [],
  });
  return ts
    .getPreEmitDiagnostics(checked)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/** One export of the package, bundled and minified. */
function bundleOf(name: string): string {
  const { outputFiles } = buildSync({
    stdin: { contents: `export { ${name} } from "@downhill/optim";`, resolveDir: folder },
    bundle: true,
    minify: true,
    format: "esm",
    charset: "utf8",
    write: false,
  });
  return outputFiles[0]!.text;
}
