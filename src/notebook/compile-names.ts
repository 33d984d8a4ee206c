/** A node of the syntax tree, as far as the walk looks: ESTree has some eighty shapes. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  // biome-ignore lint/suspicious/noExplicitAny: a tree walk over every shape of node that there is
  readonly [key: string]: any;
}

export interface Names {
  readonly defines: readonly string[];
  readonly uses: readonly string[];
  readonly writes: readonly string[];
}

interface Scope {
  readonly names: ReadonlySet<string>;
  readonly parent?: Scope;
}

/** What the top level of a module declares, uses without declaring, and assigns without declaring. */
export function names(program: Node): Names {
  const body: Node[] = program.body.map((node: Node) => node.declaration ?? node);
  const declared = new Set([...lexical(body), ...body.flatMap(hoisted)]);
  const imported = body
    .filter((node) => node.type === "ImportDeclaration")
    .flatMap((node) => node.specifiers.map((specifier: Node) => specifier.local.name as string));
  const uses = new Set<string>();
  const writes = new Set<string>();
  const scope: Scope = { names: new Set([...declared, ...imported]) };
  const code = body.filter(
    (node) => node.type !== "ImportDeclaration" && node.type !== "ExportNamedDeclaration",
  );
  for (const node of code) walk(node, scope, { uses, writes });
  return { defines: [...declared], uses: [...uses], writes: [...writes] };
}

interface Found {
  readonly uses: Set<string>;
  readonly writes: Set<string>;
}

function walk(node: Node | null | undefined, scope: Scope, found: Found): void {
  if (!node) return;
  const visit = (child: Node | null | undefined, inner = scope) => walk(child, inner, found);
  switch (node.type) {
    case "Identifier":
      if (!knows(scope, node.name)) found.uses.add(node.name);
      return;
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression": {
      // A default of a parameter does not see what the body declares.
      const outer = parameterScope(node, scope);
      for (const parameter of node.params) visit(parameter, outer);
      if (node.body.type === "BlockStatement") {
        const statements: Node[] = node.body.body;
        const inner = open(outer, [...lexical(statements), ...statements.flatMap(hoisted)]);
        for (const child of statements) visit(child, inner);
      } else visit(node.body, outer);
      return;
    }
    case "ClassDeclaration":
    case "ClassExpression": {
      const inner = node.id ? open(scope, [node.id.name]) : scope;
      visit(node.superClass, inner);
      visit(node.body, inner);
      return;
    }
    case "BlockStatement":
      for (const child of node.body) visit(child, open(scope, lexical(node.body)));
      return;
    case "StaticBlock":
      for (const child of node.body) {
        visit(child, open(scope, [...lexical(node.body), ...node.body.flatMap(hoisted)]));
      }
      return;
    case "SwitchStatement": {
      visit(node.discriminant);
      const inside: Node[] = node.cases.flatMap((one: Node) => one.consequent);
      for (const one of node.cases) visit(one, open(scope, lexical(inside)));
      return;
    }
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement": {
      const first: Node | null = node.init ?? node.left ?? null;
      const inner = open(scope, first ? lexical([first]) : []);
      if (node.left && node.left.type !== "VariableDeclaration")
        noteWrites(node.left, scope, found);
      for (const child of [first, node.test, node.update, node.right, node.body])
        visit(child, inner);
      return;
    }
    case "CatchClause": {
      const inner = open(scope, bound(node.param));
      visit(node.param, inner);
      visit(node.body, inner);
      return;
    }
    case "AssignmentExpression":
      noteWrites(node.left, scope, found);
      visit(node.left);
      visit(node.right);
      return;
    case "UpdateExpression":
      noteWrites(node.argument, scope, found);
      visit(node.argument);
      return;
    case "MemberExpression":
      visit(node.object);
      if (node.computed) visit(node.property);
      return;
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      if (node.computed) visit(node.key);
      visit(node.value);
      return;
    case "LabeledStatement":
      visit(node.body);
      return;
    case "BreakStatement":
    case "ContinueStatement":
    case "MetaProperty":
      return;
    default:
      for (const child of children(node)) visit(child);
  }
}

function noteWrites(target: Node, scope: Scope, found: Found) {
  for (const name of bound(target)) if (!knows(scope, name)) found.writes.add(name);
}

function parameterScope(node: Node, scope: Scope): Scope {
  return open(scope, [
    ...(node.type === "FunctionExpression" && node.id ? [node.id.name] : []),
    ...(node.type === "ArrowFunctionExpression" ? [] : ["arguments"]),
    ...node.params.flatMap(bound),
  ]);
}

/** Names that `let`, `const`, `class` and `function` declare directly in a list of statements. */
function lexical(statements: readonly Node[]): string[] {
  return statements.flatMap((node) => {
    if (node.type === "VariableDeclaration") return declaredBy(node);
    if (/^(Function|Class)Declaration$/.test(node.type) && node.id) return [node.id.name as string];
    return [];
  });
}

/** Names that `var` declares in a statement, however deep, but not inside another function. */
function hoisted(node: Node): string[] {
  if (/Function|Class/.test(node.type)) return [];
  const own = node.type === "VariableDeclaration" && node.kind === "var" ? declaredBy(node) : [];
  return [...own, ...children(node).flatMap(hoisted)];
}

function declaredBy(node: Node): string[] {
  return node.declarations.flatMap((one: Node) => bound(one.id));
}

/** Names in a binding or assignment pattern. */
function bound(pattern: Node | null | undefined): string[] {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((one: Node) => bound(one.value ?? one.argument));
    case "ArrayPattern":
      return pattern.elements.flatMap(bound);
    case "AssignmentPattern":
      return bound(pattern.left);
    case "RestElement":
      return bound(pattern.argument);
    default:
      return [];
  }
}

function children(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter(
      (value): value is Node => typeof value === "object" && value !== null && "type" in value,
    );
}

const open = (parent: Scope, added: readonly string[]): Scope => ({
  names: new Set(added),
  parent,
});

function knows(scope: Scope, name: string): boolean {
  return scope.names.has(name) || (scope.parent !== undefined && knows(scope.parent, name));
}
