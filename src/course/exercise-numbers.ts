const EXERCISE = /<Exercise\s+id="([^"]+)"/g;

/**
 * Exercises of a chapter in order of appearance; their place gives their number.
 *
 * @param mdx the chapter's source
 * @throws Error when an exercise stands in the chapter twice
 */
export function extractExercises(mdx: string): readonly string[] {
  const ids = [...mdx.matchAll(EXERCISE)].map(([, id = ""]) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice)
    throw new Error(`exercise "${twice}" stands in the chapter twice. Remove one of the two.`);
  return ids;
}
