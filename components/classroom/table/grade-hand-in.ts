import { tooLarge } from "#src/classroom/decode.ts";
import { type Received, readSubmission } from "#src/classroom/read-submission.ts";
import { type Course, regrade } from "#src/classroom/regrade.ts";
import { say } from "#src/language/say.ts";
import type { Graded, HandIn } from "./regrade-protocol.ts";

/**
 * Reads and grades one file. Never rejects: a file that cannot be read, or on which grading itself
 * stumbles, is a result with words, so that it is in the table and not lost.
 */
export async function gradeHandIn(course: Course, handIn: HandIn): Promise<Graded> {
  try {
    const received = await receivedIn(handIn);
    const result = await regrade(course, handIn.name, received);
    const handed = received.kind === "submission" ? received.submission.answers : [];
    const wanted = new Set(course.assignment.exercises.map(({ id }) => id));
    const answers = handed.flatMap(({ exercise, answer }) =>
      answer !== undefined && wanted.has(exercise) ? [[exercise, answer] as const] : [],
    );
    return { result, answers: Object.fromEntries(answers) };
  } catch (error) {
    const flag = cannotBeRead(error);
    const result = await regrade(course, handIn.name, { kind: "unreadable", flag });
    return { result, answers: {} };
  }
}

async function receivedIn({ content }: HandIn): Promise<Received> {
  if (typeof content === "string") return readSubmission(content);
  const flag = tooLarge(content.size);
  if (flag) return { kind: "unreadable", flag };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await content.arrayBuffer());
  } catch (error) {
    return { kind: "unreadable", flag: cannotBeRead(error) };
  }
  return readSubmission(bytes);
}

/** A file that was moved or changed after it was dropped cannot be read any more, for example. */
function cannotBeRead(error: unknown) {
  const reason = error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
  return {
    kind: "not-a-submission",
    words: say(
      "The file could not be read ({reason}). Drop it again, or ask the student to hand in again.",
      { reason },
    ),
  } as const;
}
