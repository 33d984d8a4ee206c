import { parser } from "@lezer/javascript";
import type { Compiled } from "#src/notebook/compile.ts";

const typescript = parser.configure({ dialect: "ts" });
type Node = ReturnType<ReturnType<typeof typescript.parse>["resolve"]>;

/** A name that a cell imports and that is only a type. */
export interface TypeImport {
  readonly from: string;
  /** As it stands between the braces: `Vec`, or `Vec as Vector`. */
  readonly text: string;
}

/** A cell's text taken apart for a file. */
export interface CutCell {
  /** The text without imports and without `export`. */
  readonly body: string;
  readonly types: readonly TypeImport[];
}

/** TypeScript that Node does not run: it takes types away, and does no more. */
const MORE_THAN_TYPES = ["EnumDeclaration", "NamespaceDeclaration", "PrefixCast"];

/**
 * Takes the imports out of a cell's text and shows its last value by `show`, as the page does. All else stays
 * as written; a cell whose TypeScript is more than types stands as JavaScript.
 */
export function cutCell(text: string, compiled: Compiled, show: string): CutCell {
  const top = typescript.parse(text).topNode;
  const statements = childrenOf(top).filter(({ name }) => !/Comment$/.test(name));
  const last = statements.at(-1);
  const shows = last?.name === "ExpressionStatement";
  if (shows !== compiled.shows || !onlyTypes(top))
    return { body: asJavaScript(compiled, show), types: [] };
  const edits: { readonly from: number; readonly to: number; readonly by: string }[] = [];
  const types: TypeImport[] = [];
  for (const node of statements) {
    const written = text.slice(node.from, node.to);
    if (node.name === "ImportDeclaration") {
      types.push(...typesIn(written, compiled));
      edits.push({ from: node.from, to: lineEnd(text, node.to), by: "" });
    } else if (node.name === "ExportDeclaration") {
      const [keyword = ""] = /^export\s+(?=[a-z])(?!type\s*\{)/.exec(written) ?? [written];
      edits.push({ from: node.from, to: node.from + keyword.length, by: "" });
    }
  }
  if (shows && last) {
    const by = shown(text.slice(last.from, last.to), last, show);
    edits.push({ from: last.from, to: last.to, by });
  }
  let body = text;
  for (const { from, to, by } of edits.toReversed())
    body = body.slice(0, from) + by + body.slice(to);
  return { body: trimmed(body), types };
}

/** The last expression, shown; a call that shows by itself stays as it is. */
function shown(written: string, statement: Node, show: string): string {
  const text = written.replace(/;\s*$/, "");
  const expression = statement.firstChild;
  const callee = expression?.name === "CallExpression" ? expression.firstChild : null;
  const called = callee ? written.slice(0, callee.to - statement.from) : "";
  if (/^(display|download|console\s*\.\s*\w+)$/.test(called)) return `${text};`;
  // A comment at the end of a line would swallow the closing parenthesis.
  const line = text.includes("//") ? "\n" : "";
  if (expression?.name === "ParenthesizedExpression" && !text.includes("//"))
    return `${show}${text};`;
  return expression?.name === "SequenceExpression"
    ? `${show}((${text}${line}));`
    : `${show}(${text}${line});`;
}

function onlyTypes(top: Node): boolean {
  let only = true;
  top.cursor().iterate(({ type, node }) => {
    const assigns =
      ["Privacy", "readonly"].includes(type.name) && node.parent?.name === "ParamList";
    if (type.isError || MORE_THAN_TYPES.includes(type.name) || assigns) only = false;
  });
  return only;
}

function asJavaScript({ javascript, result }: Compiled, show: string): string {
  const body = trimmed(javascript.replace(`${result}=(`, `${show}(`));
  return `// In JavaScript, since Node takes types away and does no more.\n${body}`;
}

/** Of the names in an import, those that compiling found to be no values. */
function typesIn(statement: string, { imports }: Compiled): TypeImport[] {
  const [, list, from] = /\{([^}]*)\}\s*from\s*["']([^"']+)["']/.exec(statement) ?? [];
  if (list === undefined || from === undefined) return [];
  return list.split(",").flatMap((one) => {
    const text = one
      .trim()
      .replace(/^type\s+/, "")
      .replace(/\s+/g, " ");
    const [, name, as = name] = /^([\w$]+)(?: as ([\w$]+))?$/.exec(text) ?? [];
    const isValue = imports.some((value) => value.from === from && value.as === as);
    return name === undefined || isValue ? [] : [{ from, text }];
  });
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** Past the line break, where nothing but space follows. */
function lineEnd(text: string, from: number): number {
  return from + (/^[ \t]*;?[ \t]*(\r?\n)?/.exec(text.slice(from))?.[0].length ?? 0);
}

const trimmed = (text: string) => text.replace(/^(?:[ \t]*\r?\n)+|\s+$/g, "");
