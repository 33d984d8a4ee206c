/** The authors of a work. */
export interface AuthorNames {
  /** "Gur-Ari, G.", or the name of a group, which has no comma. */
  readonly people: readonly string[];
  /** Whether there are more than are named. */
  readonly others: boolean;
}

const PERSON = /([^,]+, (?:\p{Lu}\.[ -]?)+)(?:, |$)/gu;
const OTHERS = /,? *(?:and others|et al\.)$/;

/**
 * Reads a list of authors as references.yml writes it: "Su, W., Boyd, S., and others".
 *
 * @param authors surnames, each with initials after a comma; or the name of a group
 */
export function namesOf(authors: string): AuthorNames {
  const named = authors.replace(OTHERS, "");
  const people = [...named.matchAll(PERSON)].map(([, name = ""]) => name.trim());
  return { people: people.length === 0 ? [named] : people, others: named !== authors };
}
