import { describe, expect, it } from "vitest";
import { filesOf, importsOf, read, SOURCE } from "#src/cli/imports.ts";
import { LAYERS, layerOf } from "#src/cli/layers.ts";

/** Third-party packages that few files may know. */
const OWNERS: readonly { readonly of: RegExp; readonly files: readonly RegExp[] }[] = [
  { of: /^@codemirror\//, files: [/^components\/editor\/editor[\w-]*\.ts$/] },
  {
    of: /^@observablehq\/plot$/,
    files: [/^components\/plot\//, /^src\/notebook\//, /^src\/takeaway\/prelude\/plot\.ts$/],
  },
  { of: /^(sucrase|acorn)$/, files: [/^src\/notebook\/compile[\w-]*\.ts$/] },
  { of: /^katex$/, files: [/^src\/course\/math\.ts$/] },
  { of: /^subset-font$/, files: [/^src\/cli\/fonts\/cut\.ts$/] },
  { of: /^minisearch$/, files: [/^src\/course\/search\/search-index\.ts$/] },
  { of: /^mathlive$/, files: [/^components\/exercise\/maths-field\.ts$/] },
  { of: /^mathjs\b/, files: [/^src\/formula\/algebra\.ts$/] },
  { of: /^dompurify$/, files: [/^src\/notebook\/sanitise\.ts$/] },
  { of: /^marked$/, files: [/^src\/notebook\/prose-markup\.ts$/] },
  { of: /^@resvg\//, files: [/^src\/publishing\/cards\/draw-card\.ts$/] },
  { of: /^lean-qr$/, files: [/^src\/sharing\/qr-code\.ts$/] },
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

const files = ["src", "components", "content", "tests"].flatMap(filesOf);
const code = files.filter((file) => SOURCE.test(file));

describe("the tree", () => {
  it("finds the files it is about", () => {
    expect(code.length).toBeGreaterThan(60);
    for (const layer of LAYERS.flat())
      expect(code.some((file) => file.startsWith(layer))).toBe(true);
  });

  it("imports one way: optim, language ← plotting, notebook, formula ← grading, course ← classroom, publishing ← lms ← components ← content ← pages, layouts", () => {
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
