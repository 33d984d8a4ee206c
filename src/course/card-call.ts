import type { Card } from "@downhill/optim";
import ts from "typescript";

/** The call by which a card makes its method, with the card's values in place of their names. */
export interface CardCall {
  /** The function that is called. */
  readonly name: string;
  /** Its arguments as code, without options that are the default anyway. */
  readonly args: readonly string[];
  /** All functions that are called, those of the arguments too. */
  readonly functions: readonly string[];
  /** All options that it is given, as code. */
  readonly options: ReadonlyMap<string, string>;
}

/** The default of an option of a function of the package as code, if it is a value. */
export type DefaultOf = (name: string, option: string) => string | undefined;

/**
 * Reads the call from the source of the card.
 *
 * @param source of the module that declares the card
 * @throws Error when the card's `make` is no function that returns a call
 */
export function cardCall(source: string, card: Card, defaultOf: DefaultOf): CardCall {
  const make = makeIn(source, card.id);
  const call = make.body;
  if (!ts.isCallExpression(call)) throw new Error(`the card "${card.id}" makes no call`);
  const values = valuesOf(make, card);
  const name = call.expression.getText();
  const functions = new Set<string>();
  const argumentsOf = ({ expression, arguments: given }: ts.CallExpression): readonly string[] => {
    const called = expression.getText();
    functions.add(called);
    return given
      .map((argument) =>
        ts.isObjectLiteralExpression(argument)
          ? objectOf(argument, (option, value) => !isSame(value, defaultOf(called, option)), codeOf)
          : codeOf(argument),
      )
      .filter((code) => code !== "");
  };
  const codeOf = (node: ts.Node): string => {
    if (ts.isIdentifier(node)) return values.get(node.text) ?? node.text;
    if (ts.isCallExpression(node))
      return `${node.expression.getText()}(${argumentsOf(node).join(", ")})`;
    if (ts.isArrowFunction(node))
      return `(${node.parameters.map((one) => one.getText()).join(", ")}) => ${codeOf(node.body)}`;
    return node.getText();
  };
  const args = argumentsOf(call);
  const object = call.arguments.find(ts.isObjectLiteralExpression);
  const options = new Map(object?.properties.map((property) => optionIn(property, codeOf)));
  return { name, args, functions: [...functions], options };
}

/** The function `make` of the card with this id. */
function makeIn(source: string, id: string): ts.ArrowFunction {
  const file = ts.createSourceFile("card.ts", source, ts.ScriptTarget.Latest, true);
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { initializer } of statement.declarationList.declarations) {
      if (initializer === undefined || !ts.isObjectLiteralExpression(initializer)) continue;
      const property = (name: string) =>
        initializer.properties
          .filter(ts.isPropertyAssignment)
          .find((one) => one.name.getText() === name)?.initializer;
      const make = property("make");
      if (property("id")?.getText() === `"${id}"` && make !== undefined && ts.isArrowFunction(make))
        return make;
    }
  }
  throw new Error(`the card "${id}" has no make that is an arrow function`);
}

/** The card's value for each name that `make` takes apart from its argument. */
function valuesOf({ parameters: [given] }: ts.ArrowFunction, card: Card): Map<string, string> {
  if (given === undefined || !ts.isObjectBindingPattern(given.name)) return new Map();
  return new Map(
    given.name.elements.map(({ name, propertyName }) => {
      const parameter = (propertyName ?? name).getText();
      const found = card.parameters.find((one) => one.name === parameter);
      if (found === undefined)
        throw new Error(`the card "${card.id}" makes use of ${parameter}, which is no parameter`);
      return [name.getText(), numeral(found.default)];
    }),
  );
}

function objectOf(
  { properties }: ts.ObjectLiteralExpression,
  isKept: (option: string, value: string) => boolean,
  codeOf: (node: ts.Node) => string,
): string {
  const kept = properties
    .map((property) => optionIn(property, codeOf))
    .filter(([option, value]) => isKept(option, value))
    .map(([option, value]) => `${option}: ${value}`);
  return kept.length === 0 ? "" : `{ ${kept.join(", ")} }`;
}

function optionIn(
  property: ts.ObjectLiteralElementLike,
  codeOf: (node: ts.Node) => string,
): readonly [option: string, value: string] {
  const name = property.name?.getText() ?? "";
  if (ts.isShorthandPropertyAssignment(property)) return [name, codeOf(property.name)];
  if (ts.isPropertyAssignment(property)) return [name, codeOf(property.initializer)];
  throw new Error(`${property.getText()} is no option with a value`);
}

function isSame(value: string, other: string | undefined): boolean {
  return other !== undefined && (value === other || Number(value) === Number(other));
}

/** A number as the package writes it: 0.05, 1e-8. */
function numeral(value: number): string {
  return value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential() : String(value);
}
