import { posix } from "node:path";
import { build } from "vite";
import type { Import } from "./compile.ts";
import type { PackageTexts } from "./package-modules.ts";

// The build bundles this file elsewhere: a place relative to it would not hold.
const root = `${process.cwd()}/src/optim/src/`;
/** The file that each specifier stands for, without its ending. */
const entries = {
  "@downhill/optim": "index",
  "@downhill/optim/data": "data/index",
  "@downhill/optim/problems": "problems/index",
} as const;

interface Bundle {
  readonly texts: PackageTexts;
  /** The files that each file needs. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
}

let bundling: Promise<Bundle> | undefined;

/** The data sets: large, so that they come by themselves. */
const DATA = "@downhill/optim/data";

/** The whole package for cells to import, file by file, without the data sets. */
export async function packageTexts(): Promise<PackageTexts> {
  const { texts } = await bundled();
  const methods = Object.keys(texts.exports).filter((from) => from !== DATA);
  return textsFor(methods.map(wholly));
}

/** The data sets of the package, with what they need. */
export async function dataTexts(): Promise<PackageTexts> {
  return textsFor([wholly(DATA)]);
}

const wholly = (from: string) => ({ from, name: "*" });

/** The names of the whole package, with the files alone that certain imports need. */
export async function textsFor(
  imports: readonly Pick<Import, "from" | "name">[],
): Promise<PackageTexts> {
  const { texts, needs } = await bundled();
  const wanted = new Set<string>();
  const want = (file: string) => {
    if (wanted.has(file)) return;
    wanted.add(file);
    needs[file]?.forEach(want);
  };
  for (const { from, name } of imports) {
    const exports = texts.exports[from] ?? {};
    const names = name === "*" ? Object.keys(exports) : [name];
    for (const one of names) if (exports[one] !== undefined) want(exports[one]);
  }
  const files = Object.entries(texts.files).filter(([file]) => wanted.has(file));
  return { exports: texts.exports, files: Object.fromEntries(files) };
}

function bundled(): Promise<Bundle> {
  bundling ??= bundle();
  return bundling;
}

async function bundle(): Promise<Bundle> {
  const result = await build({
    configFile: false,
    envDir: false,
    root,
    logLevel: "warn",
    publicDir: false,
    build: {
      write: false,
      minify: true,
      target: "es2022",
      rolldownOptions: {
        input: Object.values(entries).map((entry) => `${root}${entry}.ts`),
        preserveEntrySignatures: "strict",
        output: {
          format: "cjs",
          preserveModules: true,
          preserveModulesRoot: root,
          entryFileNames: "[name].js",
        },
      },
    },
  });
  const [one] = Array.isArray(result) ? result : [result];
  if (!one || !("output" in one)) throw new Error("The bundler made nothing of the package.");
  const chunks = one.output.filter((chunk) => chunk.type === "chunk");
  const index = new Set(Object.values(entries).map((entry) => `${entry}.js`));
  const files = chunks.filter(({ fileName }) => !index.has(fileName));
  const homes = new Map(
    files.flatMap(({ fileName, exports }) => exports.map((name) => [name, fileName] as const)),
  );
  const exportsOf = (entry: string) => {
    const names = chunks.find(({ fileName }) => fileName === `${entry}.js`)?.exports;
    return Object.fromEntries(
      (names ?? []).map((name) => {
        const home = homes.get(name);
        if (home === undefined) throw new Error(`${entry} exports ${name}, which no file defines.`);
        return [name, home];
      }),
    );
  };
  return {
    texts: {
      exports: Object.fromEntries(
        Object.entries(entries).map(([from, entry]) => [from, exportsOf(entry)]),
      ),
      files: Object.fromEntries(
        files.map(({ fileName, code }) => [fileName, withRoots(code, fileName)]),
      ),
    },
    needs: Object.fromEntries(files.map(({ fileName, imports }) => [fileName, imports])),
  };
}

/** The code with what it requires named from the root of the package. */
function withRoots(code: string, file: string): string {
  return code.replace(
    /\brequire\(([`"'])(\.[^`"']+)\1\)/g,
    (_, quote: string, path: string) =>
      `require(${quote}${posix.join(posix.dirname(file), path)}${quote})`,
  );
}
