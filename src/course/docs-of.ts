import ts from "typescript";

/** What a source file says of one thing that it exports. */
export interface ExportDoc {
  readonly name: string;
  readonly kind: "function" | "constant" | "type";
  /** The declaration as far as its users see it: of a function its head, of a type all of it. */
  readonly signature: string;
  /** The whole declaration, without the docstring above it. */
  readonly code: string;
  /** The text of the docstring, without stars; empty when there is none. */
  readonly docstring: string;
  /** Of an interface: what stands in it. Its signature is then the head alone. */
  readonly members?: readonly MemberDoc[];
}

/** A property or method of an interface. */
export interface MemberDoc {
  /** Such as `beta?: number`. */
  readonly signature: string;
  readonly docstring: string;
}

/** A constant without a declared type is shown with its value, up to this many lines. */
const SHORT = 8;

/**
 * The exports of a TypeScript source, in order, as the compiler's parser sees them. Overloads of
 * a function are one export.
 *
 * @param source the text of the file
 * @param name the file's name, such as "methods/momentum.ts"
 */
export function docsOf(source: string, name: string): readonly ExportDoc[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
  const docs = new Map<string, ExportDoc>();
  for (const statement of file.statements) {
    if (!isExported(statement)) continue;
    for (const doc of docsOfStatement(statement)) {
      const before = docs.get(doc.name);
      docs.set(doc.name, before?.kind === "function" ? overloaded(before, doc) : doc);
    }
  }
  return [...docs.values()];
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function docsOfStatement(statement: ts.Statement): readonly ExportDoc[] {
  const code = statement.getText().replace(/^export /, "");
  const docstring = docstringOf(statement);
  if (ts.isFunctionDeclaration(statement)) {
    const body = statement.body?.getStart() ?? statement.getEnd();
    const head = code.slice(0, code.length - (statement.getEnd() - body)).replace(/[\s;]+$/, "");
    return [{ name: statement.name!.text, kind: "function", signature: head, code, docstring }];
  }
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map((declaration) => ({
      name: declaration.name.getText(),
      kind: "constant",
      signature: signatureOfConstant(declaration, code),
      code,
      docstring,
    }));
  if (ts.isInterfaceDeclaration(statement)) {
    const head = code.slice(0, code.indexOf("{", code.length - bodyLength(statement))).trimEnd();
    const members = membersOf(statement.members);
    return [{ name: statement.name.text, kind: "type", signature: head, code, docstring, members }];
  }
  if (ts.isTypeAliasDeclaration(statement) || ts.isClassDeclaration(statement))
    return [{ name: statement.name!.text, kind: "type", signature: code, code, docstring }];
  return [];
}

/** The members of an interface or of a type in braces. */
export function membersOf(members: ts.NodeArray<ts.TypeElement>): readonly MemberDoc[] {
  return members.map((member) => ({
    signature: member
      .getText()
      .replace(/^readonly /, "")
      .replace(/;$/, ""),
    docstring: docstringOf(member),
  }));
}

/** From the brace that opens the members to the end. */
function bodyLength({ members, end }: ts.InterfaceDeclaration): number {
  return end - members.pos + 1;
}

function signatureOfConstant({ name, type }: ts.VariableDeclaration, code: string): string {
  if (type !== undefined) return `const ${name.getText()}: ${type.getText()}`;
  return code.split("\n").length <= SHORT ? code : `const ${name.getText()}`;
}

/** A later head of the same function: listed below the first, whose docstring stays. */
function overloaded(before: ExportDoc, next: ExportDoc): ExportDoc {
  const isBody = next.code !== next.signature && !next.code.endsWith(";");
  return {
    ...before,
    signature: isBody ? before.signature : `${before.signature}\n${next.signature}`,
    code: `${before.code}\n${next.code}`,
  };
}

function docstringOf(statement: ts.Node): string {
  const comment = ts.getJSDocCommentsAndTags(statement).findLast(ts.isJSDoc);
  if (comment === undefined) return "";
  return comment
    .getText()
    .replace(/^\/\*\*|\*\/$/g, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd())
    .join("\n")
    .trim();
}
