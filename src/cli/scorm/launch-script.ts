import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { loneScript } from "#src/notebook/lone-script.ts";

const root = resolve(import.meta.dirname, "../../..");

/** The folder of what the launch page consists of. */
export const LAUNCH_FOLDER = "lms";

/** The script and the style sheet of the launch page, each as one file. */
export async function launchFiles(): Promise<Readonly<Record<string, string>>> {
  const sheets = ["src/styles/tokens.css", "components/lms/launch.css"];
  return {
    [`${LAUNCH_FOLDER}/launch.js`]: await loneScript("components/lms/launch.ts", {
      minify: true,
      target: "es2022",
    }),
    [`${LAUNCH_FOLDER}/launch.css`]: sheets
      .map((path) => readFileSync(resolve(root, path), "utf8"))
      .join("\n"),
  };
}
