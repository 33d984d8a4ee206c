import { filesOf, importsOf, SOURCE } from "./imports.ts";
import { folderOf, LAYERS, layerOf } from "./layers.ts";

/** A folder of the layers: what is in it, and the packages of others that it uses. */
export interface FolderNode {
  readonly folder: string;
  readonly layer: number;
  /** About how many. */
  readonly files: number;
  readonly packages: readonly string[];
}

/** About how many imports of one folder lead to another. */
export interface FolderEdge {
  readonly from: string;
  readonly to: string;
  readonly imports: number;
}

/** The folders of the layers and what they import of each other. */
export interface ImportGraph {
  readonly nodes: readonly FolderNode[];
  readonly edges: readonly FolderEdge[];
}

/** What every file may use: Node, and what makes the pages. A style sheet is no program. */
const EVERYWHERE = /^(node:|virtual:|vite$|astro(:|\/|$)|@astrojs\/|@fontsource\/)|\.css$/;

/** Reads the graph from the files of the project. */
export function readImportGraph(): ImportGraph {
  const code = ["src", "components", "content"]
    .flatMap(filesOf)
    .filter((file) => SOURCE.test(file) && folderOf(file) !== undefined);
  const found = code.flatMap((file) =>
    importsOf(file).map((one) => ({ ...one, from: folderOf(file)! })),
  );
  const nodes = LAYERS.flat().map((folder) => ({
    folder,
    layer: layerOf(`${folder}/`)!,
    files: about(code.filter((file) => folderOf(file) === folder).length),
    packages: packagesOf(
      found.filter(
        ({ from, path, typeOnly }) => from === folder && path === undefined && !typeOnly,
      ),
    ),
  }));
  const ways = Map.groupBy(
    found.flatMap(({ from, path }) => {
      const to = path === undefined ? undefined : folderOf(path);
      return to === undefined || to === from ? [] : [`${from} ${to}`];
    }),
    (way) => way,
  );
  const edges = [...ways].map(([way, all]) => {
    const [from = "", to = ""] = way.split(" ");
    return { from, to, imports: about(all.length) };
  });
  return { nodes, edges };
}

/** The nearest of 1, 2, 5, 10, 20, 50 …: not every new file makes a new picture. */
function about(count: number): number {
  const tens = 10 ** Math.floor(Math.log10(count));
  const ratio = (step: number) => Math.abs(Math.log(count / (step * tens)));
  return tens * [1, 2, 5, 10].reduce((best, step) => (ratio(step) < ratio(best) ? step : best));
}

function packagesOf(imports: readonly { readonly specifier: string }[]): readonly string[] {
  const names = imports
    .map(({ specifier }) => specifier)
    .filter((specifier) => !EVERYWHERE.test(specifier))
    // All packages of a scope are one to the reader: "@codemirror".
    .map((specifier) => specifier.replace(/^(@(?:codemirror|lezer))\/.*/, "$1"))
    .map((specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);
  return [...new Set(names)].sort();
}
