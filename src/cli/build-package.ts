/**
 * Builds the optimizer package into `src/optim/dist`: one ES module with declarations and source
 * maps for each file of `src/optim/src`. `npm pack` runs it first.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const PACKAGE = fileURLToPath(new URL("../optim/", import.meta.url));

/**
 * Marks the constants of a module as free of effects, which they are in this package: a bundler
 * then drops those that nobody uses, such as a method's card.
 *
 *     const card = { ...shared };  →  const card = /* @__PURE__ *\/ (() => ({ ...shared }))();
 *
 * What a bundler sees to be harmless by itself stays as it is.
 */
export function markPure(context: ts.TransformationContext): ts.Transformer<ts.SourceFile> {
  const { factory } = context;
  const marked = (value: ts.Expression): ts.Expression => {
    if (isPlain(value)) return value;
    const arrow = factory.createArrowFunction(
      undefined,
      undefined,
      [],
      undefined,
      undefined,
      value,
    );
    const call = factory.createCallExpression(
      factory.createParenthesizedExpression(arrow),
      undefined,
      [],
    );
    return ts.addSyntheticLeadingComment(call, ts.SyntaxKind.MultiLineCommentTrivia, " @__PURE__ ");
  };
  const declaration = (node: ts.Node): ts.Node =>
    ts.isVariableDeclaration(node) && node.initializer !== undefined
      ? factory.updateVariableDeclaration(
          node,
          node.name,
          node.exclamationToken,
          node.type,
          marked(node.initializer),
        )
      : ts.visitEachChild(node, declaration, context);
  const statement = (node: ts.Node): ts.Node =>
    ts.isVariableStatement(node) ? ts.visitEachChild(node, declaration, context) : node;
  return (file) => ts.visitEachChild(file, statement, context);
}

/** Functions, literals and names, also inside lists and objects: nothing that could run code. */
function isPlain(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return true;
  if (
    ts.isSpreadAssignment(node) ||
    ts.isSpreadElement(node) ||
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node)
  )
    return false;
  return !ts.forEachChild(node, (child) => !isPlain(child) || undefined);
}

/** Writes `dist` afresh. Returns what the compiler objects to, in its words. */
export function buildPackage(): string {
  const host: ts.ParseConfigFileHost = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (problem) => {
      throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, "\n"));
    },
  };
  const config = ts.getParsedCommandLineOfConfigFile(join(PACKAGE, "tsconfig.json"), {}, host)!;
  rmSync(join(PACKAGE, "dist"), { recursive: true, force: true });
  const program = ts.createProgram(config.fileNames, config.options);
  const { diagnostics } = program.emit(undefined, undefined, undefined, false, {
    after: [markPure],
  });
  return ts.formatDiagnostics([...ts.getPreEmitDiagnostics(program), ...diagnostics], {
    getCanonicalFileName: (file) => file,
    getCurrentDirectory: () => PACKAGE,
    getNewLine: () => "\n",
  });
}

if (import.meta.main) {
  const problems = buildPackage();
  if (problems !== "") {
    console.error(`build-package: the package does not compile.\n${problems}`);
    process.exit(1);
  }
}
