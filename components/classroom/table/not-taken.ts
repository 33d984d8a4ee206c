import { type Assignment, sameAssignment } from "#src/classroom/assignment.ts";
import { say } from "#src/language/say.ts";
import { assignmentInFile } from "../open-assignment.ts";
import type { Sorted } from "./hand-ins.ts";

/**
 * What to say of files of the teacher's that came with others and are not opened; nothing when there
 * are none.
 * @param open the assignment that is open, which may lie in the folder of its hand-ins
 */
export async function notTaken(
  { assignments, marks }: Pick<Sorted, "assignments" | "marks">,
  open: Assignment | undefined,
): Promise<string> {
  const others = open ? await differing(assignments, open) : assignments;
  const parts = [
    others.length > 0 &&
      (open
        ? say(
            "Not opened, since an assignment is open already: {files}. Press “Open another assignment” to change to it.",
            { files: named(others) },
          )
        : say("Not opened, since only one assignment can be open: {files}.", {
            files: named(others),
          })),
    marks.length > 0 &&
      !open &&
      say(
        "Not opened, since no assignment is open yet: {files}. Open the assignment, then give comments and points again.",
        { files: named(marks) },
      ),
  ];
  return parts.filter(Boolean).join(" ");
}

async function differing(files: readonly File[], open: Assignment): Promise<readonly File[]> {
  const same = await Promise.all(
    files.map(async (file) => {
      const read = await assignmentInFile(file);
      return "assignment" in read && sameAssignment(read.assignment, open);
    }),
  );
  return files.filter((_, index) => !same[index]);
}

const named = (files: readonly File[]) => files.map(({ name }) => name).join(", ");
