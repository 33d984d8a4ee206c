import ts from "typescript";
import { tsxRegions } from "./tsx-regions.ts";

/** A text that readers meet and that no message says. */
export interface Unsaid {
  readonly line: number;
  readonly text: string;
}

/** Attributes and properties whose value is read or heard. */
const READ = new Set(
  "aria-label ariaLabel aria-description ariaDescription aria-valuetext valueText title placeholder alt label legend caption summary columns textContent innerText".split(
    " ",
  ),
);
/** Calls that put text on the page, and the first of their arguments that can be text. */
const SHOWS: Readonly<Record<string, number>> = {
  append: 0,
  prepend: 0,
  replaceChildren: 0,
  button: 0,
  label: 0,
  make: 2,
};
/** Methods and properties that hand on texts and much else: what they get is a text where it has words. */
const TELLS = new Set("say #say #problem #warn problem fail tell".split(" "));
const HOLDS = new Set("words message problem otherwise".split(" "));
const SENTENCE =
  /\p{Script=Latin}{2}[,;:.]? +\p{Script=Latin}{2}|\p{Script=Latin}{2} +…|… +\p{Script=Latin}{2}/u;
/** Whose errors are read by authors, in English: `content/` is checked by these. */
const FOR_AUTHORS = /^src\/course\//;
/** A text in a language, and no sign, unit or name of one letter. */
const WORDS = /\p{Script=Latin}{2}/u;
/** Names that are the same in every language, and those of keys. */
const NAMES = /^(Downhill|PyTorch|Keras 3|Optax|Adam|Newton|Legendre|Rosenbrock|Ctrl\+Enter)$/;

/** Texts of a file of the interface that stand on the page and are in no call of `say`. */
export function unsaidIn(source: string, path: string): readonly Unsaid[] {
  return tsxRegions(source, path).flatMap(({ kind, text, offset }) => {
    const file = ts.createSourceFile(`file.${kind}`, text, ts.ScriptTarget.Latest, true);
    const found: Unsaid[] = [];
    const visit = (node: ts.Node) => {
      const shown = shownText(node) ?? (FOR_AUTHORS.test(path) ? undefined : toldText(node));
      if (shown !== undefined && WORDS.test(shown) && !NAMES.test(shown.trim()))
        found.push({
          line: source.slice(0, offset + node.getStart(file)).split("\n").length,
          text: shown.trim(),
        });
      if (!isCode(node)) ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });
}

/** Code and formulas on a page are no words. */
function isCode(node: ts.Node): boolean {
  return ts.isJsxElement(node) && /^(code|pre)$/.test(node.openingElement.tagName.getText());
}

/** The text that a node puts on the page, if it does. */
function shownText(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return node.text;
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return undefined;
  const words = wordsOf(node);
  if (MARKUP.test(words)) return words.replace(LABEL, ">$1<").replace(TAG, " ");
  return isShown(node) ? words : undefined;
}

/** The text that a node gives to what tells it, if it does. */
function toldText(text: ts.Node): string | undefined {
  if (!ts.isStringLiteralLike(text) && !ts.isTemplateExpression(text)) return undefined;
  const words = wordsOf(text);
  let node: ts.Node = text;
  while (passesOn(node.parent, node)) node = node.parent;
  return SENTENCE.test(words) && isTold(node) ? words : undefined;
}

function isTold(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) && parent.initializer === node)
    return HOLDS.has(parent.name.getText()) || isValueOfMessage(parent);
  if (!ts.isCallExpression(parent) || parent.expression === node) return false;
  const { expression } = parent;
  return ts.isPropertyAccessExpression(expression)
    ? TELLS.has(expression.name.text)
    : expression.getText() !== "say" && TELLS.has(expression.getText());
}

/** `say("… {title}", { title: "here" })`: what is put into a message is read as well. */
function isValueOfMessage(property: ts.PropertyAssignment): boolean {
  const call = property.parent.parent;
  return (
    ts.isCallExpression(call) &&
    call.arguments[0] !== property.parent &&
    /^say(Parts|Count)?$/.test(call.expression.getText())
  );
}

/** Text that has elements in it, and what of it no reader meets. */
const MARKUP = /^\s*<[a-z][^<]*>|<\/[a-z]/;
const LABEL = /<[^<>]*\b(?:aria-label|title)="([^"]*)"[^<>]*>/g;
const TAG = /<(code|style|script)\b[\s\S]*?<\/\1>|<[^<>]*>|&\w+;/g;

/** The words of a text, without what is put into it. */
function wordsOf(node: ts.StringLiteralLike | ts.TemplateExpression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(" … ");
}

function isShown(text: ts.Node): boolean {
  let node = text;
  while (passesOn(node.parent, node)) node = node.parent;
  const { parent } = node;
  if (ts.isJsxExpression(parent))
    return !ts.isJsxAttribute(parent.parent) || isRead(parent.parent.name);
  if (ts.isJsxAttribute(parent) || ts.isPropertyAssignment(parent))
    return parent.name !== node && isRead(parent.name);
  if (ts.isBinaryExpression(parent))
    return ts.isPropertyAccessExpression(parent.left) && isRead(parent.left.name);
  return ts.isCallExpression(parent) && shows(parent, node);
}

/** Whether the value of an expression is, or can be, that of a part of it. */
function passesOn(parent: ts.Node, node: ts.Node): boolean {
  if (ts.isParenthesizedExpression(parent) || ts.isArrayLiteralExpression(parent)) return true;
  if (ts.isConditionalExpression(parent)) return parent.condition !== node;
  return (
    ts.isBinaryExpression(parent) &&
    parent.right === node &&
    [
      ts.SyntaxKind.AmpersandAmpersandToken,
      ts.SyntaxKind.BarBarToken,
      ts.SyntaxKind.QuestionQuestionToken,
    ].includes(parent.operatorToken.kind)
  );
}

const isRead = (name: ts.Node) => READ.has(name.getText().replace(/["']/g, ""));

function shows({ expression, arguments: given }: ts.CallExpression, node: ts.Node): boolean {
  const name = ts.isPropertyAccessExpression(expression)
    ? expression.name.text
    : expression.getText();
  const index = given.indexOf(node as ts.Expression);
  if (name === "setAttribute") {
    const [attribute] = given;
    return index === 1 && attribute !== undefined && isRead(attribute);
  }
  const first = Object.hasOwn(SHOWS, name) ? SHOWS[name] : undefined;
  return first !== undefined && index >= first;
}
