import { parse } from "acorn";
import { transform } from "sucrase";
import { say } from "#src/language/say.ts";
import { withoutArrow } from "./compile-arrow.ts";
import { type Node, names } from "./compile-names.ts";
import { type Origin, originOf, type Position } from "./compile-position.ts";
import { positionOf, prepare } from "./compile-prepare.ts";
import { separated } from "./compile-separate.ts";
import { describeSyntax } from "./compile-syntax.ts";

/** One name that a cell imports. */
export interface Import {
  /** The module, for example `"@downhill/optim"`. */
  readonly from: string;
  /** The exported name, or `"*"` for the whole module. */
  readonly name: string;
  /** The name it has in the cell. */
  readonly as: string;
  readonly position: Position;
}

/** A cell (or an exercise's answer) that parses, and what its top level needs and gives. */
export interface Compiled {
  readonly kind: "compiled";
  /**
   * JavaScript with the lines of the source: types, imports and `export` blanked out. Statements,
   * not a module; `evaluate` wraps them in a function.
   */
  readonly javascript: string;
  /** The variable in `javascript` that receives the value of a final expression statement. */
  readonly result: string;
  /** Whether the last statement is an expression, whose value the cell shows. */
  readonly shows: boolean;
  /** Names declared at the top level, in order of appearance. */
  readonly defines: readonly string[];
  /** Names used but declared nowhere in the source: other cells' names and globals such as `Math`. */
  readonly uses: readonly string[];
  /** Those of `uses` that are assigned to. */
  readonly writes: readonly string[];
  readonly imports: readonly Import[];
  /** Where a place in `javascript` is in the source as written. */
  readonly origin: Origin;
}

/** A source that does not parse. Lines and columns count from 1 in the source as written. */
export interface SyntaxProblem {
  readonly kind: "syntax";
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Turns TypeScript into JavaScript that can run, and finds the names it needs and gives.
 *
 * Types are stripped, never checked. The output is parsed once more because the stripper lets some
 * early errors through (a name declared twice, `await` in a plain function). `await` may stand at
 * the top level.
 */
export function compile(source: string): Compiled | SyntaxProblem {
  const stripped = strip(source);
  if ("kind" in stripped) return stripped;
  const lost = lostNamespace(source, stripped.code);
  if (lost) return lost;
  let program: Node;
  try {
    program = parse(stripped.code, {
      ecmaVersion: "latest",
      sourceType: "module",
    }) as unknown as Node;
  } catch (error) {
    return syntax(error, source, stripped.origin);
  }
  const prepared = prepare(program, stripped.code, stripped.origin);
  if ("problem" in prepared) {
    return { kind: "syntax", message: prepared.problem, ...prepared.position };
  }
  return { kind: "compiled", ...prepared, ...names(program) };
}

function strip(source: string): { code: string; origin: Origin } | SyntaxProblem {
  try {
    const { code, sourceMap } = transform(source, {
      transforms: ["typescript"],
      disableESTransforms: true,
      filePath: "cell.ts",
      sourceMapOptions: { compiledFilename: "cell.js" },
    });
    const origin = originOf(sourceMap?.mappings ?? "");
    return { code: separated(code, source, origin), origin };
  } catch (error) {
    const problem = syntax(error, source, (position) => position);
    const rewritten = withoutArrow(source, problem);
    const inside = rewritten && strip(rewritten.source);
    return inside && "kind" in inside ? { ...inside, ...rewritten.origin(inside) } : problem;
  }
}

/** The stripper takes a namespace for a type, and its values out with it. */
function lostNamespace(source: string, code: string): SyntaxProblem | undefined {
  const beginning =
    /(?<=(?:^|[;{}])[ \t]*)(?:export[ \t]+)?(?:namespace|module)[ \t]+([\w$]+)[\w$.]*\s*\{/gm;
  const lost = [...source.matchAll(beginning)].find(([text]) => !code.includes(text));
  if (!lost) return undefined;
  const message = say(
    "“namespace” has no meaning in a cell. Give its parts to an object, such as const {name} = { … }, or to names of the top level.",
    { name: lost[1] ?? "" },
  );
  return { kind: "syntax", message, ...positionOf(source, lost.index) };
}

/** Both parsers end their message with "(line:column)"; acorn alone counts columns from 0. */
function syntax(error: unknown, source: string, origin: Origin): SyntaxProblem {
  const text = error instanceof Error ? error.message : String(error);
  const [, said = text, line = "1", column = "1"] =
    /^(?:Error transforming \S+ )?(.*?)\s*\((\d+):(\d+)\)$/s.exec(text) ?? [];
  const fromAcorn = error instanceof SyntaxError && "loc" in error && "raisedAt" in error;
  const position = origin({ line: Number(line), column: Number(column) + (fromAcorn ? 1 : 0) });
  return { kind: "syntax", message: describeSyntax(said, source, position), ...position };
}
