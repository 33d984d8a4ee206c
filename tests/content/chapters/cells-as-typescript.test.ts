import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { extractCells } from "#src/course/cells.ts";

const root = resolve(import.meta.dirname, "../../..");
const chapters = readdirSync(resolve(root, "content/chapters"));

describe.each(chapters)("the cells of %s", (file) => {
  it("are TypeScript without an error, as one module", () => {
    const cells = extractCells(readFileSync(resolve(root, "content/chapters", file), "utf8"));
    expect(cells.length).toBeGreaterThan(0);
    expect(diagnose(asModule(cells.map(({ source }) => source)))).toEqual([]);
  }, 60_000);
});

describe("the check of the cells", () => {
  it("finds a wrong type, a wrong option and an unknown name", () => {
    const wrong = [
      'import { momentum } from "@downhill/optim";',
      'const rate: number = "fast";',
      "momentum({ learningRat: 0.1 });",
      "nobodyKnows;",
    ].join("\n");
    expect(diagnose(asModule([wrong]))).toHaveLength(3);
  }, 60_000);
});

/** All cells of a page as one module: imports once, at the top; `display` is the notebook's. */
function asModule(sources: readonly string[]): string {
  const imports = new Map<string, Set<string>>();
  const whole = new Set<string>();
  const bodies = sources.map((source) =>
    source.replace(
      /^import (?:\{([^}]*)\}|(\* as \w+)) from "([^"]+)";$/gm,
      (_, names, all, from) => {
        if (all) whole.add(`import ${all} from "${from}";`);
        for (const name of String(names ?? "").split(",")) {
          if (name.trim()) imports.set(from, (imports.get(from) ?? new Set()).add(name.trim()));
        }
        return "";
      },
    ),
  );
  return [
    ...whole,
    ...[...imports].map(([from, names]) => `import { ${[...names].join(", ")} } from "${from}";`),
    "declare function display(value: unknown): void;",
    ...bodies.map((body) => `${body}\n;`),
  ].join("\n");
}

/** Messages of the compiler, strict as a reader's own project usually is. */
function diagnose(source: string): readonly string[] {
  const name = resolve(root, "content/chapters/cells.virtual.ts");
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    lib: ["lib.es2024.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    types: [],
    paths: {
      "@downhill/optim": [resolve(root, "src/optim/src/index.ts")],
      "@downhill/optim/problems": [resolve(root, "src/optim/src/problems/index.ts")],
    },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (file) => file === name || fileExists(file);
  host.readFile = (file) => (file === name ? source : readFile(file));
  host.getSourceFile = (file, ...rest) =>
    file === name
      ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2023, true)
      : getSourceFile(file, ...rest);
  const program = ts.createProgram([name], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .filter((diagnostic) => diagnostic.file?.fileName === name || diagnostic.file === undefined)
    .map(({ messageText, start }) => {
      const line = source.slice(0, start).split("\n").at(-1);
      return `${ts.flattenDiagnosticMessageText(messageText, "\n")} at: ${line}`;
    });
}
