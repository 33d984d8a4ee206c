import { type AuthoredCell, extractCells } from "../cells.ts";
import { numberEquations, splitLabel } from "../equation-labels.ts";
import { headingAnchors } from "../heading-anchors.ts";
import { plainMath } from "./plain-math.ts";
import { type Names, plainText } from "./plain-text.ts";

/** An equation with a label, and its number on the page. */
export interface Equation {
  readonly label: string;
  readonly number: string;
  readonly plain: string;
}

/** A stretch of a chapter from one heading to the next. */
export interface Section {
  /** Anchor of its heading; absent for what stands before the first. */
  readonly slug?: string;
  readonly heading: string;
  /** Its heading and those above it, the outermost first. */
  readonly path: readonly string[];
  /** What it says, as plain text. */
  readonly text: string;
  readonly cells: readonly AuthoredCell[];
  /** Its numbered equations. */
  readonly equations: readonly Equation[];
  /** Names of its components, such as "Ravine", with the text of their tags, in order. */
  readonly components: readonly { readonly name: string; readonly tag: string }[];
}

const CELL = /^[ \t]*<Cell\b[^>]*>[ \t]*\n[\s\S]*?^[ \t]*<\/Cell>[ \t]*$/gm;
const FENCE = /^([ \t]*)(`{3,}|~{3,})[\s\S]*?^\1\2[ \t]*$/gm;
const IMPORT = /^(?:import|export) .*$/gm;
const READING = /<Reading\s+works=\{\{[\s\S]*?\}\}\s*\/>/g;
const HEADING = /^(#{2,3}) (.+)$/gm;
const COMPONENT = /<([A-Z]\w*)\b((?:"[^"]*"|\{[^}]*\}|[^>"{])*)\/>/g;

/**
 * A chapter or worked notebook in its sections. Its reading list is left out.
 *
 * @param mdx the file, with or without its front matter
 * @param chapter its number; 0 for a page that is no chapter
 * @param work names a cited work in short
 */
export function sectionsOf(mdx: string, chapter: number, work: Names["work"]): readonly Section[] {
  const body = mdx.replace(/^---\n[\s\S]*?\n---\n/, "");
  const numbers = numberEquations(body, chapter);
  const names: Names = { work, equation: (label) => numbers.get(label) };
  const cells = new Map(extractCells(body).map((cell) => [cell.id, cell]));
  const anchor = headingAnchors();
  let above = "";
  return piecesOf(body.replace(READING, "")).map(({ depth, heading, text }) => {
    const plain = plainText(heading, names);
    const path = depth === 3 ? [above, plain] : [plain];
    if (depth === 2) above = plain;
    const slug = depth > 0 ? anchor(plain) : undefined;
    const bare = text.replace(CELL, "\n\n").replace(IMPORT, "");
    return {
      ...(slug !== undefined && { slug }),
      heading: plain,
      path,
      text: plainText(bare, names),
      cells: [...text.matchAll(/<Cell\s[^>]*?id="([^"]+)"/g)].flatMap(
        ([, id = ""]) => cells.get(id) ?? [],
      ),
      equations: equationsOf(bare, names),
      components: [...bare.replace(FENCE, "").matchAll(COMPONENT)].map(
        ([, name = "", tag = ""]) => ({ name, tag }),
      ),
    };
  });
}

function equationsOf(text: string, names: Names): readonly Equation[] {
  return [...text.matchAll(/\$\$([\s\S]*?)\$\$/g)].flatMap(([, source = ""]) => {
    const { tex, label } = splitLabel(source);
    const number = label && names.equation(label);
    return label && number ? [{ label, number, plain: plainMath(tex) }] : [];
  });
}

interface Piece {
  readonly depth: number;
  readonly heading: string;
  readonly text: string;
}

/** What stands before the first heading, and each heading with what follows it. */
function piecesOf(body: string): readonly Piece[] {
  // A line of code that begins with # is no heading.
  const blanked = body.replace(FENCE, (fence) => fence.replace(/#/g, "\u0001"));
  const marks = [...blanked.matchAll(HEADING)];
  const stretch = (from: number, to: number | undefined) => body.slice(from, to);
  return [
    { depth: 0, heading: "", text: stretch(0, marks[0]?.index) },
    ...marks.map(({ 0: line, 1: hashes = "", 2: heading = "", index }, at) => ({
      depth: hashes.length,
      heading: body.slice(index + hashes.length + 1, index + hashes.length + 1 + heading.length),
      text: stretch(index + line.length, marks[at + 1]?.index),
    })),
  ];
}
