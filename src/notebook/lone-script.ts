import { resolve } from "node:path";
import { build } from "vite";
import { speaking } from "../language/vite-language.ts";

const root = resolve(import.meta.dirname, "../..");

/** How a script is written out. */
export interface LoneScriptOptions {
  readonly minify: boolean;
  /** The oldest language that it has to be readable in. */
  readonly target: "es2022" | "es2023";
}

/**
 * A file and all that it imports as one classic script that stands alone, the package taken from its
 * source.
 *
 * @param file its path from the root of the project
 */
export async function loneScript(
  file: string,
  { minify, target }: LoneScriptOptions,
): Promise<string> {
  const result = await build({
    configFile: false,
    envDir: false,
    root,
    logLevel: "warn",
    publicDir: false,
    plugins: [speaking()],
    resolve: { conditions: ["downhill-source"] },
    build: {
      write: false,
      minify,
      target,
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
