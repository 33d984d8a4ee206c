import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loneScript } from "#src/notebook/lone-script.ts";

const READABLE = { minify: false, target: "es2023" } as const;

/** The files of the two scripts that check answers, and a way to be rid of them. */
export interface WorkerScripts {
  readonly judge: string;
  readonly answer: string;
  remove(): void;
}

/**
 * The scripts of the page's own workers, each as one file that runs in a confined process: what
 * judges here is what judges on the page.
 */
export async function workerScripts(): Promise<WorkerScripts> {
  const folder = mkdtempSync(join(tmpdir(), "downhill-grade-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // Ended by a signal, the command comes no further than this.
  process.on("exit", remove);
  const confined = await loneScript("src/cli/grade/confined.ts", READABLE);
  const made = async (name: string) => {
    const file = join(folder, `${name}.cjs`);
    // Strict, so that no function of it can be asked for its caller or its arguments.
    writeFileSync(
      file,
      `"use strict";${confined}\n${await loneScript(`src/grading/${name}-worker.ts`, READABLE)}`,
    );
    return file;
  };
  const [judge, answer] = await Promise.all([made("judge"), made("answer")]);
  return {
    judge: judge as string,
    answer: answer as string,
    remove,
  };
}
