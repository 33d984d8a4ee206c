import { parseHTML } from "linkedom";
import type { Assignment } from "#src/classroom/assignment.ts";
import type { Question } from "#src/classroom/question.ts";
import type { LmsPackage, PackagedExercise } from "#src/lms/lms-package.ts";
import { LONGEST_PACKED, pack } from "#src/sharing/packed.ts";
import type { BuiltSite } from "./built-site.ts";

/** What is to be packed: all that the launch page is told but for the edition and the book. */
export interface Described {
  readonly about: Pick<
    LmsPackage,
    "id" | "title" | "page" | "pages" | "scope" | "exercises" | "assignment"
  >;
  /** The page and the data that it asks for by names made up as it goes. */
  readonly entries: readonly string[];
}

/** A chapter of the built book. @throws Error in words when there is none of that name */
export function describeChapter(site: BuiltSite, id: string): Described {
  const page = `${id}/index.html`;
  const graded = `${id}/graded.json`;
  if (!site.has(page) || !site.has(graded))
    throw new Error(
      `the built book has no chapter “${id}”. Name one by its address, such as momentum, or the file of an assignment.`,
    );
  const [, heading = id] = /<h1[^>]*>(.*?)<\/h1>/s.exec(site.text(page)) ?? [];
  const title = plainText(heading);
  const exercises = Object.entries(questionsIn(site, id)).map(
    ([exercise, question]): PackagedExercise => described(exercise, question, 1),
  );
  return { about: { id, title, page, pages: [page], scope: id, exercises }, entries: [page] };
}

/** An assignment. @throws Error in words when the built book lacks one of its exercises */
export async function describeAssignment(
  site: BuiltSite,
  assignment: Assignment,
): Promise<Described> {
  const page = "assignment/index.html";
  const { id, title } = assignment;
  const asked = assignment.exercises.map((one) => {
    if (one.chapter === "") return { exercise: own(assignment, one.id, one.points), files: [] };
    const files = [`${one.chapter}/exercise/${one.id}.json`, `${one.chapter}/exercises.json`];
    const question = questionsIn(site, one.chapter)[one.id];
    if (!question || !files.every(site.has))
      throw new Error(
        `the built book has no exercise “${one.id}” in a chapter “${one.chapter}”. Compose the assignment with this edition.`,
      );
    return { exercise: described(one.id, question, one.points), files };
  });
  const link = await pack(assignment);
  if (link.length > LONGEST_PACKED)
    throw new Error(
      `the assignment packs to ${link.length} characters, and its page reads ${LONGEST_PACKED}. Shorten its own exercises or make two of it.`,
    );
  return {
    about: {
      id,
      title,
      page: `${page}#a=${link}`,
      pages: [page],
      scope: `assignment.${id}`,
      exercises: asked.map(({ exercise }) => exercise),
      assignment,
    },
    entries: [page, ...new Set(asked.flatMap(({ files }) => files))],
  };
}

type Graded = Pick<Question, "title" | "spec">;

function questionsIn(site: BuiltSite, chapter: string): Readonly<Record<string, Graded>> {
  const file = `${chapter}/graded.json`;
  return site.has(file) ? (JSON.parse(site.text(file)) as Record<string, Graded>) : {};
}

function described(id: string, { title, spec }: Graded, points: number): PackagedExercise {
  return { id, title: plainText(title), kind: spec.kind, points };
}

function own({ own = [] }: Assignment, id: string, points: number): PackagedExercise {
  const data = own.find((one) => one.id === id)?.data as Partial<PackagedExercise> | undefined;
  return { id, title: data?.title ?? id, kind: data?.kind ?? "number", points };
}

/** HTML of a line as text; of a formula what is read aloud. */
function plainText(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  for (const drawn of document.querySelectorAll(".katex-html, annotation")) drawn.remove();
  return (document.body.textContent ?? "").replace(/\s+/g, " ").trim();
}
