/** Sentences as one text; what is not said, `false` or nothing, is left out. */
export function sentences(...said: readonly (string | false | undefined)[]): string {
  return said.filter(Boolean).join(" ");
}
