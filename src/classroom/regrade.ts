import { say, sayCount } from "#src/language/say.ts";
import type { AssignedExercise, Assignment } from "./assignment.ts";
import { clusterOf } from "./cluster.ts";
import { keyOfFile } from "./file-key.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Flag } from "./flag.ts";
import { type CodeJudge, type Ended, type Judged, judgeAnswer } from "./judge.ts";
import { inNumbers, type Question } from "./question.ts";
import type { Received } from "./read-submission.ts";
import { creditOf, type Mark, type Result } from "./result.ts";
import { type Student, studentKey, variantOf } from "./student.ts";
import type { HandedAnswer, Submission } from "./submission.ts";

/** What grading goes by, the same for every file of a class. */
export interface Course {
  readonly assignment: Assignment;
  /** See `assignmentDigest`. */
  readonly digest: string | undefined;
  /** The exercises of the assignment, the teacher's own among them, by their ids. */
  readonly questions: ReadonlyMap<string, Question>;
  /** Edition of the book that grades. */
  readonly edition: string;
  readonly judgeCode: CodeJudge;
}

/** An attempt this long after the file was made is more than a clock that was set right: ms. */
const CLOCK_SLACK = 10 * 60_000;

/**
 * Grades one file from its answers alone: what it says of verdicts and credits is compared, and
 * flagged where it differs, but never counts.
 */
export async function regrade(course: Course, file: string, received: Received): Promise<Result> {
  const unknown: Student = { name: stem(file), number: "" };
  const nothing = { file, student: unknown, key: keyOfFile(file), made: "", late: 0, marks: [] };
  if (received.kind === "unreadable")
    return { ...nothing, state: "unreadable", flags: [received.flag] };
  const { submission } = received;
  const nameless = studentKey(submission.student) === "";
  const student = nameless ? unknown : submission.student;
  const who = { file, student, key: nameless ? keyOfFile(file) : studentKey(student) };
  const { made } = submission;
  const flags = [...received.flags];
  if (submission.assignment.id !== course.assignment.id) {
    flags.push({
      kind: "another-assignment",
      words: say(
        "It was handed in for the assignment “{there}”, not for “{here}”, and was not graded. Grade it with the assignment that it belongs to.",
        { there: submission.assignment.id, here: course.assignment.id },
      ),
    });
    return { ...nothing, ...who, made, state: "foreign", flags };
  }
  flags.push(...wholeFlags(course, submission));
  const late = minutesLate(course.assignment, made);
  if (late > 0)
    flags.push({
      kind: "late",
      words: say("It was made {time} after the due time.", { time: inWords(late) }),
    });
  const marks: Mark[] = [];
  for (const exercise of course.assignment.exercises) {
    const handed = submission.answers.find((one) => one.exercise === exercise.id);
    marks.push(await markOf(course, exercise, student, handed, flags));
  }
  return { ...who, state: "graded", made, late, marks, flags };
}

async function markOf(
  course: Course,
  exercise: AssignedExercise,
  student: Student,
  handed: HandedAnswer | undefined,
  flags: Flag[],
): Promise<Mark> {
  const { id } = exercise;
  const answer = handed?.answer;
  const { attempts = [], hints = 0 } = handed ?? {};
  const question = course.questions.get(id);
  const variant = question?.variants && variantOf(course.assignment.id, exercise, student);
  const judged = await judgedIn(course, question, variant, answer);
  const { verdict, ended } = judged;
  flags.push(...endFlags(id, judged));
  let thereCredit = 0;
  if (
    question?.variants &&
    handed?.answer !== undefined &&
    handed.variant !== variant &&
    verdict.kind !== "pass"
  ) {
    const there = await judgedIn(course, question, handed.variant, handed.answer);
    thereCredit = creditOf(there.verdict) ?? 1;
    flags.push(otherNumbers(handed, there));
  }
  const credit = creditOf(verdict);
  const claimed = attempts.at(-1)?.credit;
  // Out of time or memory here says nothing of what the student's machine found.
  const cutShort = ended === "time" || ended === "memory";
  const found = Math.max(credit ?? 1, thereCredit);
  if (credit !== undefined && claimed !== undefined && !cutShort && claimed > found + 1e-9)
    flags.push({
      kind: "claims",
      exercise: id,
      words: say(
        "The file says that the last check of {exercise} gave {claimed}; the answer in it gives {counts}, and that counts. The answer was changed after the check, or the file was.",
        { exercise: id, claimed: percent(claimed), counts: percent(credit) },
      ),
    });
  const cluster = question && clusterOf(question.spec.kind, verdict, answer);
  const print =
    question?.job && typeof answer === "string"
      ? await fingerprint(answer, [
          question.job.starter,
          question.job.solution,
          ...question.job.mistakes,
        ])
      : undefined;
  return {
    exercise: id,
    verdict,
    ...(credit !== undefined && { credit }),
    ...(ended && { ended }),
    ...(cluster !== undefined && { cluster }),
    ...(variant !== undefined && { variant }),
    ...(print !== undefined && { fingerprint: print }),
    attempts,
    hints,
  };
}

async function judgedIn(
  { judgeCode }: Course,
  question: Question | undefined,
  variant: string | undefined,
  answer: HandedAnswer["answer"],
): Promise<Judged> {
  const broken = (message: string): Judged => ({ verdict: { kind: "broken", message } });
  if (!question)
    return broken(
      say(
        "This edition of the book does not have the exercise. Grade with the edition that the assignment was made with.",
      ),
    );
  const found = await inNumbers(question, variant);
  return "problem" in found ? broken(found.problem) : judgeAnswer(found.asked, answer, judgeCode);
}

function endFlags(exercise: string, { verdict, ended }: Judged): readonly Flag[] {
  if (verdict.kind === "broken")
    return [
      {
        kind: "broken",
        exercise,
        words: say(
          "{exercise} could not be graded, and not by the student’s fault: {reason} It counts neither for nor against the student.",
          { exercise, reason: verdict.message },
        ),
      },
    ];
  return ended === undefined ? [] : [{ kind: ended, exercise, words: endedWords(exercise, ended) }];
}

function endedWords(exercise: string, ended: Ended): string {
  switch (ended) {
    case "time":
      return say(
        "{exercise} was ended at the limit of time, most likely for a loop that never ends. It counts as not right; the other answers were graded as usual.",
        { exercise },
      );
    case "memory":
      return say(
        "{exercise} was ended since it used more memory than it may. It counts as not right; the other answers were graded as usual.",
        { exercise },
      );
    case "ended":
      return say(
        "{exercise} ended the place that it ran in, or flooded it. It counts as not right; the other answers were graded as usual. Have a look at its code.",
        { exercise },
      );
  }
}

/** What to say of an answer in numbers that this student does not have in this assignment. */
function otherNumbers({ exercise, variant }: HandedAnswer, there: Judged): Flag {
  const sentences = [
    variant === undefined
      ? say(
          "{exercise} was answered in other numbers than this student’s: in the numbers of the book.",
          { exercise },
        )
      : say(
          "{exercise} was answered in other numbers than this student’s: in those of the code {variant}.",
          { exercise, variant },
        ),
    there.verdict.kind === "pass"
      ? say("In them it is right.")
      : say("In them it is not right either."),
    say(
      "It was graded in the student’s. Perhaps the name was written differently at first; decide by hand.",
    ),
  ];
  return { kind: "other-numbers", exercise, words: sentences.join(" ") };
}

function wholeFlags(course: Course, { assignment, answers, edition, made }: Submission) {
  const flags: Flag[] = [];
  if (assignment.digest !== "" && course.digest && assignment.digest !== course.digest)
    flags.push({
      kind: "assignment-changed",
      words: say(
        "The student worked with another form of this assignment: it was changed since, or the link was. It was graded by the form given here.",
      ),
    });
  if (edition !== course.edition)
    flags.push({
      kind: "edition",
      words:
        edition === ""
          ? say(
              "It was made with an edition of the book that has no name, and graded with {graded}. The exercises may differ.",
              { graded: course.edition },
            )
          : say(
              "It was made with the edition {made} of the book and graded with {graded}. The exercises may differ.",
              { made: edition, graded: course.edition },
            ),
    });
  const assigned = new Set(course.assignment.exercises.map(({ id }) => id));
  const strange = answers.filter(({ exercise }) => !assigned.has(exercise));
  if (strange.length > 0)
    flags.push({
      kind: "other-exercises",
      words: say(
        "It has answers to exercises that the assignment does not have ({exercises}{more}). They were left out.",
        {
          exercises: strange
            .slice(0, 5)
            .map(({ exercise }) => exercise)
            .join(", "),
          more: strange.length > 5 ? ", …" : "",
        },
      ),
    });
  const last = Math.max(0, ...answers.flatMap(({ attempts }) => attempts.map(({ at }) => at)));
  if (made !== "" && last > Date.parse(made) + CLOCK_SLACK)
    flags.push({
      kind: "clock",
      words: say(
        "It says that it was made {time} before its own last attempt. The clock of the machine was changed, or the file was.",
        { time: inWords((last - Date.parse(made)) / 60_000) },
      ),
    });
  return flags;
}

function minutesLate({ due }: Assignment, made: string): number {
  if (due === undefined || made === "") return 0;
  return Math.max(0, Math.ceil((Date.parse(made) - Date.parse(due)) / 60_000));
}

/** Minutes as a teacher says them: "5 minutes", "3 hours", "2 days". */
function inWords(minutes: number): string {
  if (minutes >= 2 * 1440)
    return sayCount({ one: "{count} day", other: "{count} days" }, Math.round(minutes / 1440));
  if (minutes >= 120)
    return sayCount({ one: "{count} hour", other: "{count} hours" }, Math.round(minutes / 60));
  return sayCount({ one: "{count} minute", other: "{count} minutes" }, Math.round(minutes));
}

const percent = (share: number) => `${Math.round(100 * share)} %`;

const stem = (file: string) => file.replace(/^.*[\\/]/, "").replace(/\.\w{1,5}$/, "");
