import ts from "typescript";
import { type ExportDoc, type MemberDoc, membersOf } from "./docs-of.ts";

/** An option of a function, as the docstring of its declaration tells it. */
export interface OptionDoc {
  readonly name: string;
  /** As declared; a name that stands for some words is replaced by them. */
  readonly type: string;
  readonly required: boolean;
  /** The docstring without what it says of the default. */
  readonly meaning: string;
  readonly default?: OptionDefault;
}

/** What an option is when it is not given. */
export interface OptionDefault {
  /** As code where the docstring names a value, such as `0.9` or `"pytorch"`. */
  readonly code?: string;
  /** What the docstring adds, such as ", as in PyTorch", or all that it says. */
  readonly words: string;
}

/** The declaration of an exported type by its name. */
export type DocOf = (name: string) => ExportDoc | undefined;

/**
 * Every option that a function takes: the members of the type of its parameter `options`, and of
 * the types that it extends. First what it declares itself, last what all of its kind have.
 *
 * @throws Error for a type that no module of the package exports
 */
export function optionsOf(made: ExportDoc, docOf: DocOf): readonly OptionDoc[] {
  const [statement] = parsed(`declare ${made.signature};`);
  if (statement === undefined || !ts.isFunctionDeclaration(statement)) return [];
  const type = statement.parameters.find(({ name }) => name.getText() === "options")?.type;
  return type === undefined ? [] : optionsOfType(type, docOf);
}

/** The name of the type of a function's parameter `options`, if it has a name. */
export function optionsTypeOf(made: ExportDoc): string | undefined {
  return /\boptions: (\w+)/.exec(made.signature)?.[1];
}

function optionsOfType(
  type: ts.TypeNode | ts.ExpressionWithTypeArguments,
  docOf: DocOf,
): readonly OptionDoc[] {
  if (ts.isTypeLiteralNode(type)) return membersOf(type.members).map((one) => optionOf(one, docOf));
  if (ts.isUnionTypeNode(type)) return type.types.flatMap((each) => optionsOfType(each, docOf));
  const { name, args } = named(type);
  const [inner, names] = args;
  if (inner !== undefined && name in UTILITIES)
    return UTILITIES[name]!(optionsOfType(inner, docOf), wordsOf(names));
  return optionsOfName(name, docOf);
}

/** What TypeScript's own types make of the options of another, with the names that they are given. */
const UTILITIES: Readonly<
  Record<string, (options: readonly OptionDoc[], names: readonly string[]) => readonly OptionDoc[]>
> = {
  Partial: (options) => options.map(notRequired),
  Pick: (options, names) => options.filter(({ name }) => names.includes(name)),
  Omit: (options, names) => options.filter(({ name }) => !names.includes(name)),
};

function optionsOfName(name: string, docOf: DocOf): readonly OptionDoc[] {
  const doc = docOf(name);
  if (doc === undefined) throw new Error(`options: the package exports no type ${name}.`);
  const [declaration] = parsed(doc.code);
  if (declaration !== undefined && ts.isTypeAliasDeclaration(declaration))
    return optionsOfType(declaration.type, docOf);
  if (declaration === undefined || !ts.isInterfaceDeclaration(declaration))
    throw new Error(`options: ${name} is no interface.`);
  const extended = (declaration.heritageClauses ?? []).flatMap(({ types }) => types).reverse();
  const all = [
    ...membersOf(declaration.members).map((member) => optionOf(member, docOf)),
    ...extended.flatMap((type) => optionsOfType(type, docOf)),
  ];
  // What it declares itself stands for what it inherits.
  return [...Map.groupBy(all, (option) => option.name).values()].map(([own]) => own!);
}

function optionOf({ signature, docstring }: MemberDoc, docOf: DocOf): OptionDoc {
  const [, name = "", mark, type = ""] = /^(\w+)(\?)?: ([\s\S]+)$/.exec(signature) ?? [];
  const said = docstring.replace(/\s+/g, " ");
  const [sentence = "", text = ""] = DEFAULT.exec(said) ?? [];
  return {
    name,
    type: spelledOut(type, docOf),
    required: mark === undefined,
    meaning: said.replace(sentence, "").trim(),
    ...(text !== "" && { default: defaultOf(text) }),
  };
}

/** The sentence that begins with "Default". */
const DEFAULT = /(?<=^|\s)Default:? (.+?)\.(?:\s|$)/;
/** A value, where the docstring begins with one. */
const VALUE = /^(?:(-?[\d.]+(?:e-?\d+)?|true|false|"[^"]*")|`([^`]*)`)(?=[,;:]|$)/;

function defaultOf(text: string): OptionDefault {
  const [whole = "", value, code = value] = VALUE.exec(text) ?? [];
  return code === undefined ? { words: text } : { code, words: text.slice(whole.length) };
}

/** A name that stands for words is replaced by them: they are what a caller writes. */
function spelledOut(type: string, docOf: DocOf): string {
  const [, words] = /^type \w+ =([^;{]*);$/.exec(docOf(type)?.code ?? "") ?? [];
  if (words === undefined || !/^[\s|]*"/.test(words)) return type;
  return words
    .split("|")
    .map((word) => word.trim())
    .filter(Boolean)
    .join(" | ");
}

function notRequired(option: OptionDoc): OptionDoc {
  return { ...option, required: false };
}

function named(type: ts.TypeNode | ts.ExpressionWithTypeArguments): {
  readonly name: string;
  readonly args: readonly ts.TypeNode[];
} {
  if (ts.isExpressionWithTypeArguments(type))
    return { name: type.expression.getText(), args: type.typeArguments ?? [] };
  if (ts.isTypeReferenceNode(type))
    return { name: type.typeName.getText(), args: type.typeArguments ?? [] };
  throw new Error(`options: ${type.getText()} is no type with members.`);
}

/** The words of `"a" | "b"`. */
function wordsOf(type: ts.TypeNode | undefined): readonly string[] {
  return [...(type?.getText() ?? "").matchAll(/"([^"]*)"/g)].map(([, word = ""]) => word);
}

function parsed(code: string): ts.NodeArray<ts.Statement> {
  return ts.createSourceFile("options.ts", code, ts.ScriptTarget.Latest, true).statements;
}
