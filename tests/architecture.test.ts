import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** Layers from the ground up; a file imports from its own layer's folder or from lower layers only. */
const LAYERS: readonly (readonly string[])[] = [
  ["src/optim"],
  ["src/plotting", "src/notebook", "src/formula"],
  ["src/grading", "src/course", "src/sharing"],
  ["src/classroom"],
  ["src/lms"],
  // What a page is taken away as looks as the page does.
  ["components", "src/takeaway"],
  ["content"],
  ["src/layouts", "src/pages"],
];

/** Third-party packages that few files may know. */
const OWNERS: readonly { readonly of: RegExp; readonly files: readonly RegExp[] }[] = [
  { of: /^@codemirror\//, files: [/^components\/editor\/editor[\w-]*\.ts$/] },
  {
    of: /^@observablehq\/plot$/,
    files: [/^components\/plot\//, /^src\/notebook\//, /^src\/takeaway\/prelude\/plot\.ts$/],
  },
  { of: /^(sucrase|acorn)$/, files: [/^src\/notebook\/compile[\w-]*\.ts$/] },
  { of: /^katex$/, files: [/^src\/course\/math\.ts$/] },
  { of: /^mathlive$/, files: [/^components\/exercise\/maths-field\.ts$/] },
  { of: /^mathjs\b/, files: [/^src\/formula\/algebra\.ts$/] },
  { of: /^dompurify$/, files: [/^src\/notebook\/sanitise\.ts$/] },
  { of: /^marked$/, files: [/^src\/notebook\/prose-markup\.ts$/] },
  {
    of: /^fflate$/,
    files: [
      /^components\/classroom\/table\/feedback-zip\.ts$/,
      /^src\/lms\/packed-record\.ts$/,
      /^src\/cli\/scorm\/packed\.ts$/,
    ],
  },
  { of: /^diff$/, files: [/^src\/notebook\/(line-diff|line-merge|text-patch)\.ts$/] },
];

const SOURCE = /\.(ts|tsx|mjs|astro|mdx)$/;
const files = ["src", "components", "content", "tests"].flatMap((folder) => walk(folder));
const code = files.filter((file) => SOURCE.test(file));

describe("the tree", () => {
  it("finds the files it is about", () => {
    expect(code.length).toBeGreaterThan(60);
    for (const layer of LAYERS.flat())
      expect(code.some((file) => file.startsWith(layer))).toBe(true);
  });

  it("imports one way: optim ← plotting, notebook, formula ← grading, course ← classroom ← lms ← components ← content ← pages, layouts", () => {
    const wrong = code.flatMap((file) =>
      importsOf(file).flatMap(({ path }) => {
        const from = layerOf(file);
        const to = path === undefined ? undefined : layerOf(path);
        return from !== undefined && to !== undefined && to > from ? [`${file} → ${path}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("keeps the optimizer package free of imports from outside itself", () => {
    const wrong = code
      .filter((file) => file.startsWith("src/optim/src/"))
      .flatMap((file) =>
        importsOf(file).flatMap(({ specifier, path }) =>
          path?.startsWith("src/optim/src/") ? [] : [`${file} → ${specifier}`],
        ),
      );
    expect(wrong).toEqual([]);
  });

  it("lets widgets, cells and exercises not import each other", () => {
    const groups = ["components/widgets", "components/cell", "components/exercise"];
    const wrong = code.flatMap((file) => {
      const own = groups.find((group) => file.startsWith(`${group}/`));
      return own === undefined
        ? []
        : importsOf(file).flatMap(({ path }) =>
            groups.some((group) => group !== own && path?.startsWith(`${group}/`))
              ? [`${file} → ${path}`]
              : [],
          );
    });
    expect(wrong).toEqual([]);
  });

  it("imports no test from outside the tests", () => {
    const wrong = code
      .filter((file) => !file.startsWith("tests/"))
      .flatMap((file) =>
        importsOf(file).flatMap(({ path }) =>
          path?.startsWith("tests/") ? [`${file} → ${path}`] : [],
        ),
      );
    expect(wrong).toEqual([]);
  });

  it.each(OWNERS)("has one owner for $of", ({ of, files: owners }) => {
    const users = code
      .filter((file) => !file.startsWith("tests/"))
      .filter((file) =>
        importsOf(file).some(({ specifier, typeOnly }) => of.test(specifier) && !typeOnly),
      );
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter((file) => !owners.some((owner) => owner.test(file)))).toEqual([]);
  });

  it("has no file of more than 400 lines, data and prose aside", () => {
    const long = files
      .filter((file) => SOURCE.test(file) || file.endsWith(".css"))
      .filter((file) => !file.endsWith(".mdx") && !file.startsWith("tests/fixtures/"))
      .map((file) => ({ file, lines: read(file).split("\n").length }))
      .filter(({ lines }) => lines > 400);
    expect(long).toEqual([]);
  });

  it("has no file with a name that says nothing", () => {
    expect(
      files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|managers?)(\.|\/|$)/i.test(file)),
    ).toEqual([]);
  });

  it("holds no enum, no TODO and no skipped or lone test", () => {
    const forbidden =
      /^\s*(export )?enum \w+ \{|\bTODO\b|\b(it|test|describe)\.(skip|only|todo|fixme|skipIf|runIf)\b/m;
    const wrong = code
      .filter((file) => file !== "tests/architecture.test.ts")
      .filter((file) => forbidden.test(read(file)));
    expect(wrong).toEqual([]);
  });
});

function walk(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (name === "node_modules" || name === "dist") return [];
    return statSync(join(root, path)).isDirectory() ? walk(path) : [path];
  });
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** From the root of the project; absent for packages. */
  readonly path?: string;
}

function importsOf(file: string): readonly Import[] {
  const statement =
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^"'`;()]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;
  const text = read(file);
  // The fences of a chapter are cells: their imports are the reader's, not the page's.
  const source = file.endsWith(".mdx") ? text.replace(/```[\s\S]*?```/g, "") : text;
  return [...source.matchAll(statement)].map(([, type, from, dynamic]) => {
    const specifier = (from ?? dynamic ?? "").replace(/\?.*$/, "");
    const path = locate(file, specifier);
    return { specifier, typeOnly: type !== undefined, ...(path !== undefined && { path }) };
  });
}

function locate(file: string, specifier: string): string | undefined {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith("@downhill/optim")) return "src/optim/src/index.ts";
  if (specifier.startsWith(".")) return relative(root, resolve(root, dirname(file), specifier));
  return undefined;
}

function layerOf(path: string): number | undefined {
  const index = LAYERS.findIndex((layer) => layer.some((folder) => path.startsWith(`${folder}/`)));
  return index < 0 ? undefined : index;
}
