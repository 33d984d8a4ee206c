import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "vite";

const root = resolve(import.meta.dirname, "../../..");

/** The folder of what the launch page consists of. */
export const LAUNCH_FOLDER = "lms";

/** The script and the style sheet of the launch page, each as one file. */
export async function launchFiles(): Promise<Readonly<Record<string, string>>> {
  const sheets = ["src/styles/tokens.css", "components/lms/launch.css"];
  return {
    [`${LAUNCH_FOLDER}/launch.js`]: await bundle("components/lms/launch.ts"),
    [`${LAUNCH_FOLDER}/launch.css`]: sheets
      .map((path) => readFileSync(resolve(root, path), "utf8"))
      .join("\n"),
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
      minify: true,
      target: "es2022",
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
