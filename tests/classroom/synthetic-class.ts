import { mulberry32 } from "@downhill/optim";
import { type Assignment, assignmentDigest } from "#src/classroom/assignment.ts";
import { inNumbers, type Question } from "#src/classroom/question.ts";
import { type Student, variantOf } from "#src/classroom/student.ts";
import {
  type HandedAnswer,
  type Submission,
  sealed,
  submissionText,
} from "#src/classroom/submission.ts";
import { toBlock } from "#src/classroom/text-block.ts";
import { rightAnswer, wrongAnswers } from "./answers-of.ts";
import { type Attack, HOSTILE } from "./hostile-code.ts";

/** What a student does; they take turns in this order. */
export const ROLES = [
  "right",
  "mistakes",
  "late",
  "copies",
  "blank",
  "hostile",
  "truncated",
  "twice",
  "score raised",
  "starters",
  "UTF-16",
  "by mail",
  "other numbers",
  "nameless",
  "not a submission",
] as const;

export type Role = (typeof ROLES)[number];

/** What has to be found of one answer. */
export interface ExpectedMark {
  readonly exercise: string;
  /** Share that is right; absent where only the check of the code can tell. */
  readonly credit?: number;
  readonly cluster?: string;
}

/** One file of the class, with what has to be found of it. */
export interface SyntheticFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly role: Role;
  readonly student: Student;
  /** Absent for a file that cannot be read. */
  readonly submission?: Submission;
  /** In the order of the assignment; none for a file that cannot be read. */
  readonly marks: readonly ExpectedMark[];
  /** Whether it is the one that counts for its student. */
  readonly counts: boolean;
  /** Kinds of flags that it has to have; it may have others. */
  readonly flags: readonly string[];
  /** Of a hostile student, what the answers in code do. */
  readonly attack?: Attack;
}

export interface ClassOptions {
  readonly assignment: Assignment;
  readonly questions: ReadonlyMap<string, Question>;
  readonly students: number;
  readonly edition: string;
  /** Another one draws other mistakes. Default 1. */
  readonly seed?: number;
  /** Roles that the students take in turn. Default: all. */
  readonly roles?: readonly Role[];
  /** What hostile students do, in turn. Default: all attacks. */
  readonly attacks?: readonly Attack[];
}

const MINUTE = 60_000;

/**
 * What a class hands in: for each student one file, or two. The same options give the same files,
 * to the byte.
 */
export async function syntheticClass(options: ClassOptions): Promise<readonly SyntheticFile[]> {
  const roles = options.roles ?? ROLES;
  const files: SyntheticFile[] = [];
  for (let index = 0; index < options.students; index++) {
    const role = roles[index % roles.length] ?? "right";
    const made = await filesOf(options, index, role, files);
    files.push(...made);
  }
  return files;
}

async function filesOf(
  options: ClassOptions,
  index: number,
  role: Role,
  before: readonly SyntheticFile[],
): Promise<readonly SyntheticFile[]> {
  const student = {
    name: `${FIRST[index % FIRST.length]} ${LAST[Math.floor(index / FIRST.length) % LAST.length]}`,
    number: `s${String(index + 1).padStart(5, "0")}`,
  };
  const random = mulberry32(1000 * (options.seed ?? 1) + index);
  const name = `${student.number}.json`;
  const due = Date.parse(options.assignment.due ?? "2026-12-01T12:00:00Z");
  const at = due - Math.floor(1 + 5000 * random()) * MINUTE;
  const make = (how: How, more: Partial<Made> = {}) =>
    handedIn(options, student, index, how, { at, random, ...more });
  const whole = (
    { submission, marks }: Answered,
    flags: readonly string[] = [],
    text = submissionText(submission),
  ): SyntheticFile => ({
    name,
    bytes: new TextEncoder().encode(text),
    role,
    student,
    submission,
    marks,
    counts: true,
    flags,
  });
  const lost = (text: string, flag: string): SyntheticFile => ({
    name,
    bytes: new TextEncoder().encode(text),
    role,
    student: { name: student.number, number: "" },
    marks: [],
    counts: false,
    flags: [flag],
  });
  switch (role) {
    case "right":
      return [whole(await make("right"))];
    case "mistakes":
      return [whole(await make("mistakes"))];
    case "blank":
      return [whole(await make("blank"))];
    case "starters":
      return [whole(await make("starters"))];
    case "late":
      return [whole(await make("mistakes", { at: due + 90 * MINUTE }), ["late"])];
    case "twice": {
      const first = await make("mistakes", { at: at - 3000 * MINUTE });
      const second = await make("right");
      const earlier = whole(first, ["superseded"]);
      return [{ ...earlier, name: `${student.number}-1.json`, counts: false }, whole(second)];
    }
    case "hostile": {
      const attacks = options.attacks ?? (Object.keys(HOSTILE) as readonly Attack[]);
      const turn = Math.floor(index / (options.roles ?? ROLES).length);
      const attack = attacks[turn % attacks.length] as Attack;
      const answered = await make("hostile", { attack });
      const file = HOSTILE[attack];
      return [{ ...whole(answered, "ended" in file ? [file.ended] : []), attack }];
    }
    case "copies": {
      const from = before.findLast((one) => one.role === "mistakes" && one.submission);
      if (!from?.submission) return [whole(await make("right"))];
      return [await copyOf(options, from, student, whole)];
    }
    case "score raised": {
      const { submission, marks } = await make("mistakes");
      const answers = submission.answers.map((one) => ({
        ...one,
        attempts: [{ at, credit: 1 }],
        verdict: { kind: "pass" },
      }));
      return [
        whole(
          { submission, marks },
          ["changed", "claims"],
          JSON.stringify({ ...submission, answers }),
        ),
      ];
    }
    case "UTF-16": {
      const answered = await make("right");
      const text = submissionText(answered.submission);
      const units = Uint16Array.from(`\uFEFF${text}`, (unit) => unit.charCodeAt(0));
      return [{ ...whole(answered, ["encoding"]), bytes: new Uint8Array(units.buffer) }];
    }
    case "by mail": {
      const answered = await make("right");
      const block = toBlock(submissionText(answered.submission), "My answers");
      const quoted = block.replace(/^/gm, "> ").replaceAll("\n", "\r\n");
      return [
        {
          ...whole(answered, [], `Dear teacher,\r\n\r\n${quoted}\r\nBye`),
          name: `${student.number}.txt`,
        },
      ];
    }
    case "other numbers":
      return [whole(await make("right", { as: { name: "Somebody Else", number: "" } }))];
    case "nameless": {
      const { submission, marks } = await make("right", { as: { name: "", number: "" } });
      const { assignment, answers, edition, made } = submission;
      const open = await sealed({
        assignment,
        student: { name: "", number: "" },
        answers,
        edition,
        made,
      });
      return [
        {
          ...whole({ submission: open, marks }, ["no-name"]),
          student: { name: student.number, number: "" },
        },
      ];
    }
    case "truncated":
      return [lost(submissionText((await make("right")).submission).slice(0, -400), "truncated")];
    case "not a submission":
      return [lost("%PDF-1.7 and so on", "not-a-submission")];
  }
}

type How = "right" | "mistakes" | "blank" | "starters" | "hostile";

interface Made {
  readonly at: number;
  readonly random: () => number;
  readonly attack: Attack;
  /** Whose numbers are answered; default: the student's own. */
  readonly as: Student;
}

interface Answered {
  readonly submission: Submission;
  readonly marks: readonly ExpectedMark[];
}

async function handedIn(
  { assignment, questions, edition }: ClassOptions,
  student: Student,
  index: number,
  how: How,
  { at, random, attack, as = student }: Partial<Made> & Pick<Made, "at" | "random">,
): Promise<Answered> {
  const answers: HandedAnswer[] = [];
  const marks: ExpectedMark[] = [];
  for (const exercise of assignment.exercises) {
    const question = questions.get(exercise.id);
    if (!question) throw new Error(`the class needs the question ${exercise.id}`);
    const code = question.variants && variantOf(assignment.id, exercise, as);
    const found = await inNumbers(question, code);
    if ("problem" in found) throw new Error(found.problem);
    const { asked } = found;
    const isCode = asked.spec.kind === "code";
    const wrongs = wrongAnswers(asked);
    const wrong = wrongs[Math.floor(random() * wrongs.length)];
    const chosen = (): Partial<{
      answer: HandedAnswer["answer"];
      credit: number;
      cluster: string;
    }> => {
      if (how === "blank") return { credit: 0 };
      if (how === "mistakes" && wrong) return wrong;
      if (how === "starters" && isCode) return { answer: question.job?.starter };
      if (how === "hostile" && isCode && attack) return { answer: HOSTILE[attack].code, credit: 0 };
      return { answer: rightAnswer(asked), credit: 1 };
    };
    const { answer, credit, cluster } = chosen();
    // An answer in another student's numbers: whether it is right in this one's is for the test.
    const sure = !question.variants || code === variantOf(assignment.id, exercise, student);
    answers.push({
      exercise: exercise.id,
      ...(answer !== undefined && { answer: own(answer, index) }),
      ...(code !== undefined && { variant: code }),
      attempts:
        answer === undefined || credit === undefined
          ? []
          : [{ at: at - Math.floor(1 + 60 * random()) * MINUTE, credit }],
      hints: Math.floor(3 * random()),
    });
    marks.push({
      exercise: exercise.id,
      ...(sure && credit !== undefined && { credit }),
      ...(sure && cluster !== undefined && { cluster }),
    });
  }
  const submission = await sealed({
    assignment: { id: assignment.id, digest: (await assignmentDigest(assignment)) ?? "" },
    student,
    answers,
    edition,
    made: new Date(at).toISOString(),
  });
  return { submission, marks };
}

/** Code as this student writes it, so that not all who make one mistake have one fingerprint. */
function own(answer: NonNullable<HandedAnswer["answer"]>, index: number) {
  return typeof answer === "string" ? `${answer}\nexport const mine = [${index}];\n` : answer;
}

/** Another student's answers and timeline under one's own name, the code with other names and layout. */
async function copyOf(
  { assignment, questions }: ClassOptions,
  from: SyntheticFile,
  student: Student,
  whole: (answered: Answered, flags: readonly string[]) => SyntheticFile,
): Promise<SyntheticFile> {
  const { assignment: of, answers, edition, made } = from.submission as Submission;
  const copied = answers.map((one) =>
    typeof one.answer === "string"
      ? {
          ...one,
          answer: `// my own work\n${one.answer.replaceAll("mine", "ours").replaceAll("\n", "\n\n")}`,
        }
      : one,
  );
  const submission = await sealed({ assignment: of, student, answers: copied, edition, made });
  const marks = from.marks.map((mark): ExpectedMark => {
    const exercise = assignment.exercises.find(({ id }) => id === mark.exercise);
    const mine = questions.get(mark.exercise)?.variants && exercise?.variant.kind === "student";
    return mine ? { exercise: mark.exercise } : mark;
  });
  return whole({ submission, marks }, ["same-answers"]);
}

const FIRST = ["Ada", "Bo", "Chloé", "Dmitri", "Elif", "Femi", "Grażyna", "Hiro", "Inés", "Jürgen"];
const LAST = [
  "Abel",
  "Brandt",
  "Çelik",
  "Díaz",
  "Eriksen",
  "Fodor",
  "Grau",
  "=HYPERLINK(1)",
  "Ito",
  "O'Neil",
];
