import type { NotebookPart } from "#src/notebook/document.ts";
import { type AuthoredCell, extractCells } from "./cells.ts";
import { type EquationNumbers, numberEquations, splitLabel } from "./equation-labels.ts";
import { type Reference, shortCitation } from "./reference-schema.ts";

/** The works that a notebook may cite, by key. */
export type Works = ReadonlyMap<string, Reference>;

const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/;
const IMPORTS = /^import .*\n/gm;
const CELL = /^<Cell\b[^>]*>\s*\n[\s\S]*?^<\/Cell>[ \t]*$/m;
const CITE = /<Cite of="(\w+)" \/>/g;
const READING = /<Reading works=\{\{([\s\S]*?)\}\} \/>/g;
const READ = /(\w+):\s*"((?:[^"\\]|\\.)*)"/g;
const DISPLAY = /\$\$([\s\S]*?)\$\$/g;
const EQUATION_REFERENCE = /\$\\eqref\{([\w-]+)\}\$/g;

/**
 * The pieces of a worked notebook, as a reader has them who copies it: cells with their code, and
 * between them prose in plain Markdown. Citations become links, labelled equations are numbered.
 *
 * @param mdx the file `content/notebooks/NN-slug.mdx`, with or without its front matter.
 * @throws Error for a cell that is not well formed, a work that is not listed, an equation that is
 *   not there, or a component that prose cannot hold.
 */
export function notebookParts(mdx: string, works: Works): readonly NotebookPart[] {
  const text = mdx.replace(FRONT_MATTER, "");
  const cells = extractCells(text);
  const numbers = numberEquations(text, 0);
  const stretches = text.split(new RegExp(CELL, "gm"));
  if (stretches.length !== cells.length + 1)
    throw new Error(
      `${cells.length} cells, but ${stretches.length - 1} that stand at the beginning of a line. Move <Cell> there.`,
    );
  return stretches.flatMap((stretch, i) => {
    const prose = plainMarkdown(i === 0 ? stretch.replace(IMPORTS, "") : stretch, numbers, works);
    const cell = cells[i];
    return [
      ...(prose === "" ? [] : [{ kind: "prose", id: `prose-${i + 1}`, text: prose } as const]),
      ...(cell === undefined ? [] : [codePart(cell)]),
    ];
  });
}

function codePart({ id, title, source }: AuthoredCell): NotebookPart {
  return { kind: "code", id, text: source, ...(title !== undefined && { title }) };
}

function plainMarkdown(prose: string, numbers: EquationNumbers, works: Works): string {
  const plain = withPlainReferences(prose, numbers, works);
  const component = /<[A-Z]\w*/.exec(plain);
  if (component)
    throw new Error(`${component[0]}> cannot be copied into a notebook. Write it in Markdown.`);
  return plain;
}

/** Prose with its citations, reading list and equation numbers in plain Markdown. */
export function withPlainReferences(prose: string, numbers: EquationNumbers, works: Works): string {
  return prose
    .replace(CITE, (_, key: string) => linked(workOf(key, works)))
    .replace(READING, (_, list: string) => readingList(list, works))
    .replace(DISPLAY, (_, tex: string) => numbered(tex, numbers))
    .replace(EQUATION_REFERENCE, (_, name: string) => `(${numberOf(name, numbers)})`)
    .trim();
}

function linked(work: Reference): string {
  const name = shortCitation(work);
  return work.url === undefined ? name : `[${name}](${work.url})`;
}

function readingList(list: string, works: Works): string {
  return [...list.matchAll(READ)]
    .map(([, key = "", why]) => {
      const { authors, year, title, venue, url } = workOf(key, works);
      const name = url === undefined ? `*${title}*` : `[${title}](${url})`;
      return `- ${authors.replace(/\.?$/, ".")} ${name}. ${venue}, ${year}. ${why}`;
    })
    .join("\n");
}

function numbered(source: string, numbers: EquationNumbers): string {
  const { tex, label } = splitLabel(source);
  return `$$\n${tex}${label === undefined ? "" : ` \\tag{${numberOf(label, numbers)}}`}\n$$`;
}

function numberOf(name: string, numbers: EquationNumbers): string {
  const number = numbers.get(name);
  if (number === undefined)
    throw new Error(
      `\\eqref{${name}} names no equation of this text. Correct the name or add \\label{${name}}.`,
    );
  return number;
}

function workOf(key: string, works: Works): Reference {
  const work = works.get(key);
  if (work === undefined)
    throw new Error(`references.yml has no "${key}". Add the work or correct the key.`);
  return work;
}
