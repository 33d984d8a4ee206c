import { say } from "#src/language/say.ts";
import type { ExportDoc } from "../docs-of.ts";
import { type DocBlock, type Docstring, readDocstring } from "../docstring.ts";
import type { Entry } from "./entry.ts";
import { withSmallScripts } from "./plain-math.ts";

/** What the reference says of a method. */
export interface MethodSource {
  readonly id: string;
  /** As it is printed. */
  readonly title: string;
  readonly family: string;
  /** The function that makes it. */
  readonly made: ExportDoc;
}

/** A method, by its page in the reference. */
export function methodEntry({ id, title, family, made }: MethodSource): Entry {
  return {
    kind: "method",
    title,
    where: say("Reference › {family}", { family }),
    at: `reference/${id}/`,
    names: `${id} ${made.name}`,
    text: saidOf(readDocstring(made.docstring)),
  };
}

/**
 * An export of the package.
 *
 * @param at its page and anchor
 */
export function exportEntry(doc: ExportDoc, file: string, at: string): Entry {
  const members = (doc.members ?? []).map(
    ({ signature, docstring }) => `${signature} · ${saidOf(readDocstring(docstring))}`,
  );
  return {
    kind: "export",
    title: doc.name,
    where: `@downhill/optim › ${file}`,
    at,
    names: "",
    text: [saidOf(readDocstring(doc.docstring)), oneLine(doc.signature), ...members]
      .filter((line) => line !== "")
      .join("\n"),
  };
}

function saidOf({ blocks, parameters, returns, throws }: Docstring): string {
  return [
    ...blocks.flatMap(linesOf),
    ...parameters.map(({ name, text }) => `${name}: ${text}`),
    ...returns,
    ...throws,
  ]
    .map((line) => withSmallScripts(line.replaceAll("`", "")))
    .join("\n");
}

function linesOf(block: DocBlock): readonly string[] {
  switch (block.kind) {
    case "text":
      return [block.text];
    case "formula":
    case "code":
      return [oneLine(block.lines.join("; "))];
    case "list":
      return block.items;
    case "choices":
      return block.items.map(({ word, text }) => `${word}: ${text}`);
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
