import type { Card } from "@downhill/optim";
import { callOf } from "#src/course/package-docs.ts";
import { GOAL, type MethodRun, type Stage } from "./method-run.ts";

/** A line longer than this is broken, as a formatter does. */
const WIDTH = 72;

/**
 * The program that makes the run of a method's figure: TypeScript and JavaScript alike. Its last
 * lines say what it prints.
 */
export function runListing(card: Card, { stage, values, outcome }: MethodRun): string {
  const { name, args, functions } = callOf(card);
  const { imported, declared } = declarationOf(stage);
  const names = [...new Set([...functions, ...imported, "run"])].sort();
  return `${broken("import { ", names, ' } from "@downhill/optim";')}

${declared}${broken(`const method = ${name}(`, args, ");")}
const { frames, outcome } = run(method, ${stage.code}, [${stage.problem.start.join(", ")}], {
  steps: ${stage.steps},
  until: ({ f }) => f <= ${GOAL},
});
const last = frames.at(-1);
console.log(outcome.kind, "after", last?.k, "steps");
console.log("f =", last?.f.toExponential(1));
// ${outcome.kind} after ${values.length - 1} steps
// f = ${values.at(-1)?.toExponential(1)}
`;
}

/** What the program needs of the problem: names of the package, and what it declares itself. */
function declarationOf({ name, source }: Stage): { imported: readonly string[]; declared: string } {
  const [, names, code] =
    /^import \{ (.*) \} from "@downhill\/optim";[\s\S]*?^export (const [\s\S]*)/m.exec(
      source ?? "",
    ) ?? [];
  if (names === undefined || code === undefined) return { imported: [name], declared: "" };
  return { imported: names.split(", "), declared: code };
}

/** On one line if it fits, otherwise each part on its own. */
function broken(before: string, parts: readonly string[], after: string): string {
  const line = `${before}${parts.join(", ")}${after}`;
  if (line.length <= WIDTH) return line;
  return `${before.trimEnd()}\n${parts.map((part) => `  ${part},\n`).join("")}${after.trimStart()}`;
}
