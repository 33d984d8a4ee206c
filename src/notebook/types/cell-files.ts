import type * as Ts from "typescript";

/** A piece of code on the page, as its editor has it. */
export interface CodeText {
  readonly id: string;
  readonly source: string;
  /** Names are shared within a group only: the cells of a page are one, each exercise is one. */
  readonly group: string;
}

/** A cell as a module: what other cells define is imported above it, what it defines is exported. */
export interface CellFile {
  readonly path: string;
  readonly text: string;
  /** Where the reader's text begins in `text`. */
  readonly offset: number;
  readonly length: number;
}

/**
 * Turns the cells of a page into modules that see each other's names, each with the reader's
 * text unchanged in the middle, so that a place in one is a place in the other but for an offset.
 */
export function cellFiles(ts: typeof Ts, cells: readonly CodeText[]): readonly CellFile[] {
  const defined = cells.map((cell) => declaredNames(ts, cell.source));
  return cells.map((cell, i) => {
    const own = defined[i]!;
    const taken = new Set([...own.values, ...own.types, ...own.imports]);
    const lines: string[] = [];
    cells.forEach((other, j) => {
      if (i === j || other.group !== cell.group) return;
      const { values, types } = defined[j]!;
      const names = [...values, ...types].filter((name) => !taken.has(name));
      for (const name of names) taken.add(name);
      if (names.length > 0) lines.push(`import { ${names.join(", ")} } from "${pathOf(other)}";`);
    });
    const above = `${lines.join(" ")}\n`;
    // What the reader's text exports itself must not be exported again.
    const unexported = (name: string) => !own.exports.has(name);
    const exported = [
      ...own.values.filter(unexported),
      ...own.types.filter(unexported).map((name) => `type ${name}`),
    ];
    return {
      path: pathOf(cell),
      text: `${above}${cell.source}\nexport { ${exported.join(", ")} };\n`,
      offset: above.length,
      length: cell.source.length,
    };
  });
}

function pathOf({ group, id }: CodeText): string {
  return `/cells/${encodeURIComponent(group)}/${encodeURIComponent(id)}.ts`;
}

/** The names that stand at the top level of a text, even when the text does not parse. */
function declaredNames(ts: typeof Ts, source: string) {
  const values = new Set<string>();
  const types = new Set<string>();
  const imports = new Set<string>();
  const exports = new Set<string>();
  const bind = (name: Ts.BindingName, exported: boolean): void => {
    if (ts.isIdentifier(name)) {
      if (name.text !== "") values.add(name.text);
      if (exported) exports.add(name.text);
      return;
    }
    for (const element of name.elements)
      if (ts.isBindingElement(element)) bind(element.name, exported);
  };
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2023);
  for (const statement of file.statements) {
    const exported =
      ts.canHaveModifiers(statement) &&
      statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
    if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) bind(name, exported);
    } else if (
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isEnumDeclaration(statement)
    ) {
      if (statement.name) bind(statement.name, exported);
    } else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      types.add(statement.name.text);
      if (exported) exports.add(statement.name.text);
    } else if (ts.isExportDeclaration(statement)) {
      const clause = statement.exportClause;
      if (clause && ts.isNamedExports(clause))
        for (const { name } of clause.elements) exports.add(name.text);
    } else if (ts.isImportDeclaration(statement)) {
      const clause = statement.importClause;
      if (clause?.name) imports.add(clause.name.text);
      const bindings = clause?.namedBindings;
      if (bindings && ts.isNamespaceImport(bindings)) imports.add(bindings.name.text);
      if (bindings && ts.isNamedImports(bindings))
        for (const { name } of bindings.elements) imports.add(name.text);
    }
  }
  return {
    values: [...values],
    types: [...types].filter((name) => !values.has(name)),
    imports: [...imports],
    exports,
  };
}
