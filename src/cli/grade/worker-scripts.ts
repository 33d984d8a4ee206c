import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "vite";

const root = resolve(import.meta.dirname, "../../..");

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
  const confined = await bundle("src/cli/grade/confined.ts");
  const made = async (name: string) => {
    const file = join(folder, `${name}.cjs`);
    // Strict, so that no function of it can be asked for its caller or its arguments.
    writeFileSync(
      file,
      `"use strict";${confined}\n${await bundle(`src/grading/${name}-worker.ts`)}`,
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

async function bundle(file: string): Promise<string> {
  const result = await build({
    configFile: false,
    envDir: false,
    root,
    logLevel: "warn",
    publicDir: false,
    resolve: { conditions: ["downhill-source"] },
    build: {
      write: false,
      minify: false,
      target: "es2023",
      rolldownOptions: {
        input: resolve(root, file),
        output: { format: "iife", codeSplitting: false },
      },
    },
  });
  const chunk = [result]
    .flat()
    .flatMap((one) => ("output" in one ? one.output : []))
    .find((one) => one.type === "chunk");
  if (chunk?.type !== "chunk") throw new Error(`${file}: the bundler made no script of it.`);
  return chunk.code;
}
