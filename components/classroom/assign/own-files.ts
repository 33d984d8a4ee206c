import type { OwnExercise } from "#src/classroom/assignment.ts";
import { ownQuestion } from "#src/classroom/own-exercise.ts";
import { say } from "#src/language/say.ts";

/** A file as the teacher chose it. */
export interface ChosenFile {
  readonly name: string;
  readonly text: string;
}

/** Most characters of a file that is read. */
const LONGEST = 200_000;
const CODE = /^(?:starter|solution|check|harness)\.ts$/;
const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)([\s\S]*)$/;

/**
 * Exercises of the teacher's own from files: JSON as an assignment has it, one or a list, or the
 * `index.mdx` of an exercise, as the book's own are written; one in code together with its
 * `starter.ts`, `solution.ts`, `check.ts` and perhaps `harness.ts`.
 *
 * @param yaml reads the front matter
 * @param markdown makes a line of Markdown HTML
 * @returns the exercises that can be used, and of each other file what is wrong with it
 */
export function readOwn(
  files: readonly ChosenFile[],
  yaml: (text: string) => unknown,
  markdown: (text: string) => string,
): { readonly own: readonly OwnExercise[]; readonly problems: readonly string[] } {
  const code = Object.fromEntries(
    files.filter(({ name }) => CODE.test(name)).map(({ name, text }) => [name, text]),
  );
  const read = files
    .filter(({ name }) => !CODE.test(name))
    .flatMap((file) => exercisesIn(file, code, yaml));
  const problems = read.flatMap((one) => ("problem" in one ? [one.problem] : []));
  const own: OwnExercise[] = [];
  for (const one of read) {
    if ("problem" in one) continue;
    const question = ownQuestion(one.own, markdown);
    if ("problems" in question) problems.push(...question.problems);
    else own.push(one.own);
  }
  if (own.length + problems.length === 0)
    problems.push(
      say(
        "There is no exercise in these files. Choose the exercise’s index.mdx or .json, and its .ts files with it.",
      ),
    );
  return { own, problems };
}

type Read = { readonly own: OwnExercise } | { readonly problem: string };

function exercisesIn(
  { name, text }: ChosenFile,
  code: OwnExercise["files"] & object,
  yaml: (text: string) => unknown,
): readonly Read[] {
  const problem = (words: string): readonly Read[] => [{ problem: `${name}: ${words}` }];
  if (text.length > LONGEST)
    return problem(
      say("it has {length} characters, and at most {most} are read.", {
        length: text.length,
        most: LONGEST,
      }),
    );
  if (name.endsWith(".json")) return fromJson(text, problem);
  const [, head, body] = FRONT_MATTER.exec(text) ?? [];
  if (head === undefined || body === undefined)
    return problem(
      say(
        "it does not begin with the fields of an exercise between two lines “---”. Begin with the example that this page offers.",
      ),
    );
  let data: unknown;
  try {
    data = yaml(head);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return problem(say("its fields cannot be read: {reason}", { reason }));
  }
  if (typeof data !== "object" || data === null) return problem(say("it has no fields."));
  const { title, kind } = data as Record<string, unknown>;
  const stem = name.replace(/\.\w+$/, "");
  const id = slug(stem === "index" ? String(title ?? "") : stem);
  if (id === "") return problem(say("it has no title. Give it one."));
  const own = { id, data, prompt: body.trim() };
  return [{ own: kind === "code" ? { ...own, files: code } : own }];
}

function fromJson(text: string, problem: (words: string) => readonly Read[]): readonly Read[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return problem(say("it is no JSON, or not all of it is there."));
  }
  const all: readonly unknown[] = Array.isArray(data) ? data : [data];
  return all.flatMap((one) => {
    const { id, data, prompt, files } = (one ?? {}) as Partial<OwnExercise>;
    return typeof id === "string" && slug(id) === id && typeof prompt === "string"
      ? [{ own: { id, data, prompt, ...(files && { files }) } }]
      : problem(
          say("an exercise needs an id of small letters, digits and hyphens, data and a prompt."),
        );
  });
}

/** Letters, digits and single hyphens, as an id has. */
function slug(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
}
