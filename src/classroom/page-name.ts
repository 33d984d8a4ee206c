/** Most characters of a name, so that it fits into every system's paths. */
const LONGEST = 60;

/**
 * A plain name for a student's page that none before has, whatever the capitals of the system.
 * @param taken names given so far, in small letters; the new one is added
 */
export function pageName(student: string, taken: Set<string>): string {
  const plain =
    student
      .normalize("NFC")
      .replace(/[^\p{L}\p{N}@._-]+/gu, "-")
      .replace(/^[.-]+/, "")
      .slice(0, LONGEST) || "student";
  let name = plain;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${plain}-${count}`;
  taken.add(name.toLowerCase());
  return `${name}.html`;
}
