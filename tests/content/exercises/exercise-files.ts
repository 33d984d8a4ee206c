import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import { type ExerciseData, exerciseSchema } from "#src/course/exercise-schema.ts";

const folder = resolve(import.meta.dirname, "../../../content/exercises");
const chapters = resolve(import.meta.dirname, "../../../content/chapters");

/** An exercise as its author left it. */
export interface ExerciseFiles {
  readonly id: string;
  readonly data: ExerciseData;
  readonly prompt: string;
  /** Text of a file beside index.mdx. */
  readonly read: (file: string) => string;
  /** Text of every file: "heavy-ball/check.ts" → TypeScript. */
  readonly sources: () => Readonly<Record<string, string>>;
}

/** Address of the chapter that an exercise stands in, such as "momentum/". */
export function pageOf(id: string): string {
  const file = readdirSync(chapters).find((name) =>
    readFileSync(resolve(chapters, name), "utf8").includes(`<Exercise id="${id}"`),
  );
  if (file === undefined) throw new Error(`no chapter has the exercise ${id}`);
  return file.replace(/^\d+-(.*)\.mdx$/, "$1/");
}

/** Every exercise of the book, found by its folder. */
export function allExercises(): readonly ExerciseFiles[] {
  return readdirSync(folder).map((id) => {
    const path = (file: string) => resolve(folder, id, file);
    const [, front = "", prompt = ""] =
      /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(path("index.mdx"), "utf8")) ?? [];
    const read = (file: string) => readFileSync(path(file), "utf8");
    return {
      id,
      data: exerciseSchema.parse(parse(front)),
      prompt,
      read,
      sources: () =>
        Object.fromEntries(readdirSync(path(".")).map((file) => [`${id}/${file}`, read(file)])),
    };
  });
}
