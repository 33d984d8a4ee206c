/**
 * `npm run fixtures -- FOLDER [--problems MODULE]`: compares the package with a folder of
 * reference numbers like tests/fixtures. The default export of the ES module MODULE maps further
 * problem names to { value(x), gradient(x), hessian?(x) }.
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { fromCaller } from "./called-from.ts";
import { judgeFolder } from "./fixtures/judge-folder.ts";
import { judges } from "./fixtures/judges.ts";
import type { FurtherProblem } from "./fixtures/known-problems.ts";
import { allPass, reportLines } from "./fixtures/report.ts";

try {
  const { values, positionals } = parseArgs({
    options: { problems: { type: "string" } },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1)
    throw new Error(
      `name one folder, got ${positionals.length}: npm run fixtures -- FOLDER [--problems MODULE]`,
    );
  const further = values.problems === undefined ? {} : await problemsOf(values.problems);
  const reports = judgeFolder(filesOf(fromCaller(folder)), further, judges);
  console.log(reportLines(reports).join("\n"));
  process.exitCode = allPass(reports) ? 0 : 1;
} catch (error) {
  console.error(`fixtures: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

function filesOf(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) throw new Error(`there is no folder ${folder}`);
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  if (names.length === 0) throw new Error(`the folder ${folder} holds no .json file`);
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

async function problemsOf(path: string): Promise<Record<string, FurtherProblem>> {
  const module = fromCaller(path);
  const { default: further } = await import(pathToFileURL(module).href).catch((cause) => {
    throw new Error(`the module ${module} cannot be loaded: ${cause.message}`);
  });
  if (typeof further === "object" && further !== null) return further;
  throw new Error(`the default export of ${module} must map names to problems`);
}
