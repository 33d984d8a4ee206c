import type { Assignment, OwnExercise } from "#src/classroom/assignment.ts";
import type { Question } from "#src/classroom/question.ts";
import type { Material } from "#src/course/exercise-material.ts";
import { fetchText } from "#src/notebook/fetch-text.ts";

/** Where the book is, and which chapters it has. */
export interface BookPlace {
  /** Its address on the site, such as "/". */
  readonly base: string;
  readonly chapters: readonly string[];
  /** Text of a file of the site; rejects with the reason in words. Default: fetches it. */
  readonly fetchFile?: (url: string) => Promise<string>;
}

/**
 * The questions of an assignment. One that the book does not have is left out, and so is one of the
 * teacher's own that cannot be read: grading says so of every answer to it.
 *
 * @throws Error when a file of the book cannot be had
 */
export async function loadQuestions(
  assignment: Assignment,
  { base, chapters, fetchFile = fetchText }: BookPlace,
): Promise<readonly Question[]> {
  const named = [...new Set(assignment.exercises.map(({ chapter }) => chapter))];
  const found = await Promise.all(
    named
      .filter((chapter) => chapters.includes(chapter))
      .map((chapter) => chapterQuestions(chapter, `${base}${chapter}/`, fetchFile)),
  );
  const book = new Map(found.flat().map((question) => [question.id, question]));
  const own = await ownQuestions(assignment.own ?? []);
  return assignment.exercises.flatMap(
    ({ id, chapter }) => (chapter === "" ? own : book).get(id) ?? [],
  );
}

async function chapterQuestions(
  chapter: string,
  address: string,
  fetchFile: (url: string) => Promise<string>,
): Promise<readonly Question[]> {
  const [graded, exercises] = await Promise.all(
    ["graded.json", "exercises.json"].map((file) => fetchFile(address + file)),
  );
  const material = JSON.parse(exercises ?? "{}") as Readonly<Record<string, Material>>;
  const asked = JSON.parse(graded ?? "{}") as Readonly<
    Record<string, Pick<Question, "title" | "spec">>
  >;
  return Object.entries(asked).flatMap(([id, question]) => {
    const mine = material[id];
    return mine ? [{ id, chapter, ...question, ...mine }] : [];
  });
}

async function ownQuestions(own: readonly OwnExercise[]): Promise<ReadonlyMap<string, Question>> {
  if (own.length === 0) return new Map();
  const [{ ownQuestion }, { loadMarkdown }] = await Promise.all([
    import("#src/classroom/own-exercise.ts"),
    import("../markdown.ts"),
  ]);
  const { line } = await loadMarkdown();
  return new Map(
    own.flatMap((one) => {
      const read = ownQuestion(one, line);
      return "question" in read ? [[one.id, read.question] as const] : [];
    }),
  );
}
