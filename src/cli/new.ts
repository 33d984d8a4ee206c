/**
 * `npm run new WHAT -- …`: makes a part of the book that passes its tests and waits for its own words.
 * Without more it says what can be made.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { newChapter } from "./new/chapter.ts";
import { newExercise } from "./new/exercise.ts";
import { newMethod } from "./new/method.ts";
import type { Maker } from "./new/project.ts";
import { newWidget } from "./new/widget.ts";

interface Kind {
  readonly make: Maker;
  readonly usage: string;
}

const kinds: Readonly<Record<string, Kind>> = {
  exercise: { make: newExercise, usage: "exercise -- first-step number momentum" },
  chapter: { make: newChapter, usage: "chapter -- second-look S-GRAD-8" },
  widget: { make: newWidget, usage: "widget -- shrinking-steps gradients" },
  method: { make: newMethod, usage: "method -- my-descent gradient" },
};

const [what = "", ...words] = process.argv.slice(2);
const kind = kinds[what];
try {
  if (!kind)
    throw new Error(
      `${what === "" ? "Nothing was named" : `“${what}” cannot be made`}. What can be: ${Object.keys(kinds).join(", ")}.`,
    );
  const { files, said, next } = kind.make(words);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const code = Object.keys(files).filter((path) => /\.tsx?$/.test(path));
  const shell = process.platform === "win32";
  if (code.length > 0)
    spawnSync("biome", ["check", "--write", ...code], { stdio: "ignore", shell });
  if (what === "method")
    spawnSync(process.execPath, ["src/cli/write-index.ts"], { stdio: "inherit" });
  if (what === "widget")
    spawnSync(process.execPath, ["src/cli/write-messages.ts"], { stdio: "ignore" });
  console.log([said, ...next, "Then run npm run check: it says what is still owed."].join("\n"));
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  const usage = kind ? [kind.usage] : Object.values(kinds).map(({ usage }) => usage);
  console.error(
    `new: ${reason}\nUsage, for example:\n${usage.map((one) => `  npm run new ${one}`).join("\n")}`,
  );
  process.exitCode = 1;
}
