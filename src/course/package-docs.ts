import type { Card } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import { type CardCall, cardCall } from "./card-call.ts";
import { docsOf, type ExportDoc } from "./docs-of.ts";
import { type OptionDoc, optionsOf } from "./options-of.ts";
import { sitePath } from "./site-path.ts";

/** One file of the optimizer package, read. */
export interface ModuleDocs {
  /** From src/optim/src, such as "methods/momentum.ts". */
  readonly file: string;
  readonly source: string;
  readonly exports: readonly ExportDoc[];
}

/** The modules of one folder of the package. */
export interface Folder {
  /** Its name in addresses: that of the folder, or "core" for what lies in none. */
  readonly id: string;
  readonly title: string;
  /** What its exports are imported from. */
  readonly entry: string;
  readonly modules: readonly ModuleDocs[];
}

const ROOT = "/src/optim/src/";
const METHODS = "methods";

/** What the reference calls each folder, and what lies in none. */
const TITLES: Readonly<Record<string, string>> = {
  core: say("Core"),
  data: say("Data"),
  models: say("Models"),
  parallel: say("Parallel"),
  problems: say("Problems"),
  schedules: say("Schedules"),
  searches: say("Searches"),
  "trust-region": say("Trust region"),
  tuning: say("Tuning"),
};

const sources = import.meta.glob<string>(
  ["/src/optim/src/**/*.ts", "!**/index.ts", "!/src/optim/src/internal/**"],
  { query: "?raw", import: "default", eager: true },
);

/** What the package exports itself, in place of an entry of a folder. */
const [main = ""] = Object.values(
  import.meta.glob<string>("/src/optim/src/index.ts", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);

/** All public modules of the package, sorted by file. */
export const modules: readonly ModuleDocs[] = Object.entries(sources)
  .map(([path, source]) => ({ file: path.slice(ROOT.length), source }))
  .map(({ file, source }) => ({ file, source, exports: docsOf(source, file) }))
  .sort((a, b) => (a.file < b.file ? -1 : 1));

/** The modules that are no methods, by folder; what lies in no folder comes last. */
export const folders: readonly Folder[] = foldersOf(modules);

/** The module of the method with this id. */
export function methodModule(id: string): ModuleDocs {
  const found = modules.find(({ file }) => file === `${METHODS}/${id}.ts`);
  if (found) return found;
  throw new Error(`the card "${id}" needs a file methods/${id}.ts. Name the file as the card.`);
}

/** The function that makes a method: named as its file, or else the first one that is no kernel. */
export function methodFunction(id: string): ExportDoc {
  const name = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const functions = methodModule(id).exports.filter(({ kind }) => kind === "function");
  const found =
    functions.find((one) => one.name === name) ??
    functions.find((one) => !one.name.endsWith("Kernel"));
  if (found) return found;
  throw new Error(`methods/${id}.ts exports no function ${name}. The card is to be made by one.`);
}

const docs = new Map(modules.flatMap(({ exports }) => exports.map((doc) => [doc.name, doc])));

const options = new Map<string, readonly OptionDoc[]>();

/** Every option that a function of the package takes; none for any other name. */
export function optionsOfFunction(name: string): readonly OptionDoc[] {
  const before = options.get(name);
  if (before !== undefined) return before;
  const doc = docs.get(name);
  const read = doc === undefined ? [] : optionsOf(doc, (type) => docs.get(type));
  options.set(name, read);
  return read;
}

/** The call by which a card makes its method. */
export function callOf(card: Card): CardCall {
  return cardCall(
    methodModule(card.id).source,
    card,
    (name, option) => optionsOfFunction(name).find((one) => one.name === option)?.default?.code,
  );
}

const addresses = new Map(
  modules.flatMap(({ file, exports }) =>
    exports.map(({ name }) => [name, `${pageOf(file)}#${name}`] as const),
  ),
);

/** Where an export of the package is documented; undefined for any other name. */
export function addressOf(name: string): string | undefined {
  const address = addresses.get(name);
  return address === undefined ? undefined : sitePath(address);
}

function pageOf(file: string): string {
  return folderOf(file) === METHODS
    ? `reference/${file.slice(METHODS.length + 1, -".ts".length)}/`
    : `reference/api/${folderOf(file)}/`;
}

function folderOf(file: string): string {
  return file.includes("/") ? file.slice(0, file.indexOf("/")) : "core";
}

function foldersOf(all: readonly ModuleDocs[]): readonly Folder[] {
  const ids = [...new Set(all.map(({ file }) => folderOf(file)))].filter((id) => id !== METHODS);
  return ids
    .sort((a, b) => Number(a === "core") - Number(b === "core") || (a < b ? -1 : 1))
    .map((id) => {
      const modules = all.filter(({ file }) => folderOf(file) === id);
      const isMain = modules.every(({ file }) => main.includes(`"./${file}"`));
      const entry = isMain ? "@downhill/optim" : `@downhill/optim/${id}`;
      return { id, title: titleOf(id), entry, modules };
    });
}

function titleOf(folder: string): string {
  const title = TITLES[folder];
  if (title === undefined)
    throw new Error(
      `reference: the folder src/optim/src/${folder} has no title. Give it one in src/course/package-docs.ts.`,
    );
  return title;
}
