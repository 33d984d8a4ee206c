import type { Assignment } from "#src/classroom/assignment.ts";
import { readAssignment } from "#src/classroom/read-assignment.ts";
import { jsonIn } from "./json-in.ts";

/**
 * The assignment in a file.
 *
 * @param path where it is
 * @param name what the reader called it, for messages
 * @throws Error when there is none, in words
 */
export function assignmentIn(path: string, name: string): Assignment {
  const read = readAssignment(jsonIn(path, name));
  if ("problems" in read) throw new Error(`${name}:\n${read.problems.join("\n")}`);
  return read.assignment;
}
