import type { Compiled } from "#src/notebook/compile.ts";
import type { ControlValue } from "#src/notebook/control.ts";
import { given } from "#src/notebook/globals.ts";
import { type ArrangedCell, arrange, PLOT } from "./arrange.ts";
import { comment } from "./comment.ts";
import { cutCell } from "./cut-cell.ts";
import { type MergedImports, mergedImports } from "./merged-imports.ts";
import { type Prelude, prelude } from "./prelude.ts";
import type { TakenPage } from "./take-away.ts";

/** A page as code that runs from top to bottom. */
export interface Script {
  /** Imports of the cells and of the top. */
  readonly imports: string;
  /** Values that the cells find without importing them, to stand before the cells. */
  readonly top: string;
  /** The same of functions, which may stand after the cells. */
  readonly bottom: string;
  readonly cells: readonly ScriptCell[];
  /** Prose after the last cell, in Markdown. */
  readonly after: readonly string[];
  readonly usesPlot: boolean;
}

export interface ScriptCell {
  readonly id: string;
  readonly title: string | undefined;
  /** Prose before it, in Markdown. */
  readonly prose: readonly string[];
  readonly code: string;
}

export interface ScriptOptions {
  /** Drawings go into files beside, or below the cell of a notebook. */
  readonly place: "file" | "notebook";
  /** How the names of written files begin. */
  readonly prefix: string;
  /** What is written for a module. Default: its own name. */
  readonly locate?: (module: string) => string;
}

/** A cell's import by another name than its own, which is taken in the file. */
interface Alias {
  readonly as: string;
  readonly inFile: string;
}

/**
 * The cells of a page, or one with what it needs, as code for Node or for Deno.
 * @throws Error when the page has no cell of the id `only`
 */
export async function script(
  page: TakenPage,
  only: string | undefined,
  { place, prefix, locate = (module) => module }: ScriptOptions,
): Promise<Script> {
  const { cells, after } = await arrange(page, only);
  const running = cells.flatMap(({ code }) => (code.kind === "runs" ? [code.compiled] : []));
  const defined = new Set(running.flatMap(({ defines }) => defines));
  const imports = mergedImports(defined);
  const aliases = new Map(running.map((one) => [one, aliasesOf(one, imports)]));
  const wanted = wantedBy(cells, page);
  const top = prelude(wanted, namesTaken(defined, imports), place, prefix);
  const show = `${running.some(mayAwait) ? "await " : ""}${top.nameOf("display")}`;
  const written = cells.map(({ part, before, code }): ScriptCell => {
    const common = { id: part.id, title: part.title, prose: before.map(({ text }) => text) };
    if (code.kind === "cannot")
      return { ...common, code: comment(`${code.words}\n\n${part.text}`) };
    const { body, types } = cutCell(part.text, code.compiled, show);
    for (const type of types) imports.addType(type);
    const set = wanted.has("settings")
      ? settingsLine(code.compiled, settingsOf(page, part.id), top)
      : "";
    const inFile = aliases.get(code.compiled) ?? [];
    return { ...common, code: set + wrapped(body, code.compiled, inFile, code.fails) };
  });
  const lines = imports.lines((from) => (from === PLOT ? undefined : locate(from)));
  return {
    imports: [...lines, top.imports].filter(Boolean).join("\n"),
    top: [top.values, ...plotLines(imports, top)].filter(Boolean).join("\n\n"),
    bottom: located(top.functions, locate),
    cells: written,
    after: after.map(({ text }) => text),
    usesPlot: wanted.has("Plot"),
  };
}

function aliasesOf({ imports }: Compiled, merged: MergedImports): readonly Alias[] {
  return imports
    .map((one) => ({ as: one.as, inFile: merged.add(one) }))
    .filter(({ as, inFile }) => as !== inFile);
}

/** What of the top the cells use: names that the notebook gives, and what shows their last values. */
function wantedBy(cells: readonly ArrangedCell[], page: TakenPage): ReadonlySet<string> {
  const wanted = new Set<string>();
  for (const { part, code, taken } of cells) {
    if (code.kind === "cannot") continue;
    const { uses, imports, shows } = code.compiled;
    for (const name of uses)
      if (given.includes(name) && !taken.has(name) && name !== "console") wanted.add(name);
    if (shows) wanted.add("display");
    if (imports.some(({ name }) => RUNS.includes(name))) wanted.add("runs");
    if (imports.some(({ name }) => name === "iterate") || GENERATOR.test(part.text))
      wanted.add("generators");
    if (imports.some(({ from }) => from === PLOT)) wanted.add("Plot");
    if (uses.includes("view") && settingsOf(page, part.id).some((one) => one !== null))
      wanted.add("settings");
  }
  return wanted;
}

/** Exports of the package that give runs. */
const RUNS = ["run", "iterate", "*"];
const GENERATOR = /\bfunction\s*\*|\*\s*[\w$]+\s*\(/;

/** The name of the drawing library is given by the top itself, where no cell defines it. */
function namesTaken(defined: ReadonlySet<string>, imports: MergedImports): ReadonlySet<string> {
  const imported = [...imports.values()].filter(
    ([as, { from, name }]) => !(as === "Plot" && from === PLOT && name === "*"),
  );
  return new Set([...defined, ...imported.map(([as]) => as)]);
}

/** Values of the drawing library, by the names that the cells give them. */
function plotLines(imports: MergedImports, top: Prelude): readonly string[] {
  const plot = top.nameOf("Plot");
  return [...imports.values()]
    .filter(([as, { from, name }]) => from === PLOT && !(name === "*" && as === plot))
    .map(([as, { name }]) => `const ${as} = ${plot}${name === "*" ? "" : `.${name}`};`);
}

/** The modules that the top itself brings when it runs. */
function located(text: string, locate: (module: string) => string): string {
  return text.replace(
    /\bimport\("([^"]+)"\)/g,
    (_, from) => `import(${JSON.stringify(locate(from))})`,
  );
}

/** An asynchronous generator is shown once it has ended. */
const mayAwait = ({ javascript }: Compiled) => /\basync\s*(function\s*)?\*/.test(javascript);

/** What a cell's controls are set to, null where they are as they came. */
function settingsOf(
  { settings, outputs }: TakenPage,
  id: string,
): readonly (ControlValue | null)[] {
  const kept = settings?.get(id);
  if (kept) return Array.from(kept, (value) => value ?? null);
  return (outputs.get(id) ?? []).flatMap((output) => {
    if (output.kind !== "control") return [];
    const moved = JSON.stringify(output.value) !== JSON.stringify(output.control.value);
    return [moved ? output.value : null];
  });
}

function settingsLine(
  { uses }: Compiled,
  values: readonly (ControlValue | null)[],
  top: Prelude,
): string {
  if (!uses.includes("view")) return "";
  const name = top.nameOf("settings");
  const list = values.map((value) => `, ${JSON.stringify(value)}`).join("");
  return `${name}.splice(0, ${name}.length${list});\n`;
}

/** The code of a cell, in a box of its own where it fails or has names that the file has for others. */
function wrapped(body: string, { defines }: Compiled, aliases: readonly Alias[], fails: boolean) {
  const inside = [...aliases.map(({ as, inFile }) => `const ${as} = ${inFile};`), body].join("\n");
  if (fails) return `try {\n${inside}\n} catch (error) {\n  console.log(String(error));\n}`;
  if (aliases.length === 0) return body;
  const names = defines.join(", ");
  return names === ""
    ? `await (async () => {\n${inside}\n})();`
    : `const { ${names} } = await (async () => {\n${inside}\nreturn { ${names} };\n})();`;
}
