import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import type { Assignment } from "#src/classroom/assignment.ts";
import { ownQuestion } from "#src/classroom/own-exercise.ts";
import { type Question, questionOf } from "#src/classroom/question.ts";
import { materialOf } from "#src/course/exercise-material.ts";
import { exerciseSchema } from "#src/course/exercise-schema.ts";
import { inlineMarkdown } from "#src/course/inline-markdown.ts";

const folder = resolve(import.meta.dirname, "../../../content/exercises");

/**
 * The questions of an assignment by their ids, read from the book's own files as the build of the
 * site reads them. One that the book does not have is left out.
 *
 * @throws Error with what is wrong with an exercise of the teacher's own
 */
export function questionsOf({ exercises, own = [] }: Assignment): ReadonlyMap<string, Question> {
  return new Map(
    exercises.flatMap(({ id, chapter }): (readonly [string, Question])[] => {
      if (chapter !== "") return isThere(id) ? [[id, bookQuestion(id, chapter)]] : [];
      const mine = own.find((one) => one.id === id);
      if (!mine) return [];
      const read = ownQuestion(mine, inlineMarkdown);
      if ("problems" in read) throw new Error(read.problems.join("\n"));
      return [[id, read.question]];
    }),
  );
}

/** An exercise of the book as a question. */
export function bookQuestion(id: string, chapter: string): Question {
  const text = (file: string) => readFileSync(join(folder, id, file), "utf8");
  const [, front = "", prompt = ""] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text("index.mdx")) ?? [];
  const data = exerciseSchema.parse(parse(front));
  const files = readdirSync(join(folder, id)).filter((file) => file.endsWith(".ts"));
  const sources = Object.fromEntries(files.map((file) => [`${id}/${file}`, text(file)]));
  const material = materialOf(id, data, prompt, sources);
  return questionOf(id, chapter, inlineMarkdown(data.title), data, material);
}

/** Ids of all exercises of the book. */
export function bookExercises(): readonly string[] {
  return readdirSync(folder).filter(isThere);
}

function isThere(id: string): boolean {
  return existsSync(join(folder, id, "index.mdx"));
}
