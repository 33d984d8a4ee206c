import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import { type ExerciseData, exerciseSchema } from "#src/course/exercise-schema.ts";

const folder = resolve(import.meta.dirname, "../../../content/exercises");
const chapters = resolve(import.meta.dirname, "../../../content/chapters");

/** An exercise as its author left it. */
export interface ExerciseFiles {
  readonly id: string;
  /** The id of the chapter that it stands in, such as "momentum": also the path of its page. */
  readonly chapter: string;
  readonly data: ExerciseData;
  readonly prompt: string;
  /** Text of a file beside index.mdx. */
  readonly read: (file: string) => string;
}

/** Every exercise of the book, found by its folder. */
export function allExercises(): readonly ExerciseFiles[] {
  const pages = readdirSync(chapters).map((file) => ({
    chapter: file.replace(/^\d+-|\.mdx$/g, ""),
    text: readFileSync(resolve(chapters, file), "utf8"),
  }));
  return readdirSync(folder).map((id) => {
    const path = (file: string) => resolve(folder, id, file);
    const [, front = "", prompt = ""] =
      /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(path("index.mdx"), "utf8")) ?? [];
    return {
      id,
      chapter: pages.find(({ text }) => text.includes(`<Exercise id="${id}"`))?.chapter ?? "",
      data: exerciseSchema.parse(parse(front)),
      prompt,
      read: (file: string) => readFileSync(path(file), "utf8"),
    };
  });
}
