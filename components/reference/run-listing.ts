import type { Card } from "@downhill/optim";
import { callOf } from "#src/course/package-docs.ts";
import { GOAL, type MethodRun } from "./method-run.ts";

/** A line longer than this is broken, as a formatter does. */
const WIDTH = 72;

/**
 * The program that makes the run of a method's figure: TypeScript and JavaScript alike. Its last
 * lines say what it prints.
 */
export function runListing(card: Card, { stage, values, outcome }: MethodRun): string {
  const { name, args, functions } = callOf(card);
  const names = [...new Set([...functions, stage.name, "run"])].sort();
  return `${broken("import { ", names, ' } from "@downhill/optim";')}

${broken(`const method = ${name}(`, args, ");")}
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

/** On one line if it fits, otherwise each part on its own. */
function broken(before: string, parts: readonly string[], after: string): string {
  const line = `${before}${parts.join(", ")}${after}`;
  if (line.length <= WIDTH) return line;
  return `${before.trimEnd()}\n${parts.map((part) => `  ${part},\n`).join("")}${after.trimStart()}`;
}
