import { existsSync, readdirSync, readFileSync } from "node:fs";
import { capital } from "#src/language/capital.ts";

/** What a new part of the book is made of: texts by their paths, some of them files that grow. */
export interface Made {
  readonly files: Readonly<Record<string, string>>;
  /** What there is now, in a sentence. */
  readonly said: string;
  /** What is still owed, a sentence each. */
  readonly next: readonly string[];
}

/** Makes one kind of thing of the words after its name, or throws an error that says what to type. */
export type Maker = (words: readonly string[]) => Made;

/** Reads a file of the project. */
export const read = (path: string): string => readFileSync(path, "utf8");

/** The chapters by their ids: `momentum` → `content/chapters/06-momentum.mdx`. */
export function chapterFiles(): ReadonlyMap<string, string> {
  const folder = "content/chapters";
  return new Map(
    readdirSync(folder).map((file) => [file.replace(/^\d+-|\.mdx$/g, ""), `${folder}/${file}`]),
  );
}

/** The file of a chapter; throws where there is none. */
export function chapterFile(id: string): string {
  const files = chapterFiles();
  const path = files.get(id);
  if (!path)
    throw new Error(`there is no chapter “${id}”. There are ${[...files.keys()].join(", ")}.`);
  return path;
}

/** Throws where an id is none, or what it would name is there already. */
export function requireNew(id: string, ...paths: readonly string[]): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    throw new Error(`“${id}” is no id. Use small letters, digits and hyphens, such as first-step.`);
  const there = paths.find((path) => existsSync(path));
  if (there !== undefined) throw new Error(`${there} exists already. Choose another id.`);
}

/** A chapter's text with a line set in before its recap, and an import beside its others. */
export function withLine(text: string, line: string, imported = ""): string {
  const at = text.includes("\n## Recap") ? text.indexOf("\n## Recap") + 1 : text.length;
  const set = `${text.slice(0, at)}${line}\n\n${text.slice(at)}`;
  if (imported === "" || set.includes(imported)) return set;
  const first = set.indexOf("\nimport ") + 1;
  return `${set.slice(0, first)}${imported}\n${set.slice(first)}`;
}

/** `first-step` as the name of a function, `firstStep`. */
export function camelCase(id: string): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** `first-step` as the name of a component, `FirstStep`. */
export function pascalCase(id: string): string {
  return capital(camelCase(id));
}
