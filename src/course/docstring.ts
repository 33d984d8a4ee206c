/** A part of a docstring: text, a formula in plain Unicode, a program, a list, or words with their meaning. */
export type DocBlock =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "formula" | "code"; readonly lines: readonly string[] }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "choices"; readonly items: readonly { word: string; text: string }[] };

/** A docstring, read. */
export interface Docstring {
  readonly blocks: readonly DocBlock[];
  /** `@param name text`. */
  readonly parameters: readonly { readonly name: string; readonly text: string }[];
  /** `@returns text`. */
  readonly returns: readonly string[];
  /** `@throws text`. */
  readonly throws: readonly string[];
  /** What stands after "Source:" or "Sources:". */
  readonly sources?: string;
}

/**
 * Reads the text of a docstring: paragraphs, blocks indented by four blanks, lists with hyphens,
 * the tags param, returns and throws, and the line of sources.
 *
 * @param text without the stars of the comment
 */
export function readDocstring(text: string): Docstring {
  const blocks: DocBlock[] = [];
  const tags: { name: string; text: string }[] = [];
  for (const lines of paragraphs(text)) {
    const first = lines[0]!;
    if (/^@\w/.test(first) || /^Sources?:/.test(first)) tags.push(tagOf(lines));
    else if (/^ {4}/.test(first)) blocks.push(indented(lines.map((line) => line.slice(4))));
    else if (/^- /.test(first)) blocks.push({ kind: "list", items: itemsOf(lines) });
    else blocks.push({ kind: "text", text: joined(lines) });
  }
  const all = (...names: readonly string[]) => tags.filter(({ name }) => names.includes(name));
  const sources = all("Source", "Sources").at(-1)?.text;
  return {
    blocks,
    parameters: all("param").map(({ text: said }) => {
      const [, name = "", meaning = ""] = /^(\S+)\s*([\s\S]*)$/.exec(said) ?? [];
      return { name, text: meaning.replace(/^[-–] /, "") };
    }),
    returns: all("returns", "return").map(({ text: said }) => said),
    throws: all("throws").map(({ text: said }) => said),
    ...(sources !== undefined && { sources }),
  };
}

/** The first sentence of a docstring: what a list of names says of one. */
export function summaryOf(docstring: string): string {
  const first = readDocstring(docstring).blocks.find((block) => block.kind === "text");
  const text = first?.kind === "text" ? first.text : "";
  return text.slice(0, SENTENCE_END.exec(text)?.index).replace(/[.:,]$/, "");
}

/** A full stop, not of an abbreviation, where a capital, a sign, a symbol such as x or nothing follows. */
const SENTENCE_END = /(?<!\b(?:e\.g|i\.e|cf|al|vs))\.(?=\s+(?:[^a-z\s]|[a-z]\(|[b-z] )|$)/;

/** Lines that belong together: blank lines part them, and a tag or an indented block begins anew. */
function paragraphs(text: string): readonly (readonly string[])[] {
  const groups: string[][] = [];
  let open: string[] | undefined;
  for (const line of text.split("\n")) {
    if (line.trim() === "") {
      open = undefined;
      continue;
    }
    if (open === undefined || begins(line, open)) {
      open = [];
      groups.push(open);
    }
    open.push(line);
  }
  return groups;
}

function begins(line: string, open: readonly string[]): boolean {
  const [first] = open;
  if (/^@\w/.test(line) || /^Sources?:/.test(line)) return true;
  const tagged = first !== undefined && (/^@\w/.test(first) || /^Sources?:/.test(first));
  if (tagged) return false;
  const inBlock = /^ {4}/.test(first ?? "");
  return /^ {4}/.test(line) !== inBlock || (/^- /.test(line) && !/^- /.test(first ?? ""));
}

function tagOf(lines: readonly string[]): { name: string; text: string } {
  const [, name = "", text = ""] = /^@?(\w+):?\s*([\s\S]*)$/.exec(joined(lines)) ?? [];
  return { name, text };
}

function itemsOf(lines: readonly string[]): readonly string[] {
  return joined(lines.map((line) => line.replace(/^- /, "\u0000")))
    .split("\u0000")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => line.trim()).join(" ");
}

/** What no program holds, and what no formula does. */
const MATHEMATICS = /[\p{Script=Greek}←−√∇‖½Σ²³ᵀ≤≥≈∞×·]|_\{|\p{M}/u;
const PROGRAM = /[;"`]|=>|\/\/|\bconst\b|\bimport\b|\b[a-z]+[A-Z]\w*\(|^\s*[}\])]+/;

function indented(lines: readonly string[]): DocBlock {
  const items = choicesOf(lines);
  if (items !== undefined) return { kind: "choices", items };
  // Comments may hold anything: a program is told by what stands before them.
  const bare = lines.map((line) => line.replace(/\/\/.*/, ";"));
  const code =
    bare.some((line) => PROGRAM.test(line)) && !bare.some((line) => MATHEMATICS.test(line));
  return { kind: code ? "code" : "formula", lines };
}

/** Lines such as `"exact"  the true minimum of the model`: words of an option and what they mean. */
function choicesOf(lines: readonly string[]): { word: string; text: string }[] | undefined {
  const items: { word: string; text: string }[] = [];
  for (const line of lines) {
    const [, word, text] = /^"([^"]+)" {2,}(\S+(?: \S+)*)$/.exec(line) ?? [];
    const last = items.at(-1);
    if (word !== undefined && text !== undefined) items.push({ word, text });
    else if (last !== undefined && /^ {2,}\S+(?: \S+)*$/.test(line)) last.text += ` ${line.trim()}`;
    else return undefined;
  }
  const inWords = items.filter(({ text }) => (text.match(/[A-Za-z]{2,}/g) ?? []).length >= 3);
  return inWords.length * 2 > items.length ? items : undefined;
}
