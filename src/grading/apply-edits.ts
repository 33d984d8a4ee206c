/** A change of a text: one place in it and what stands there instead. */
export interface Edit {
  readonly replace: string;
  readonly with: string;
}

/**
 * A source after the given edits, which is how a known mistake is written down.
 *
 * @throws Error when the text to replace does not occur exactly once
 */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  return edits.reduce((text, edit) => {
    const places = text.split(edit.replace).length - 1;
    if (places !== 1) {
      throw new Error(
        `mistake: “${edit.replace}” must occur once in the solution, found ${places} times. Make it longer or correct it.`,
      );
    }
    return text.replace(edit.replace, () => edit.with);
  }, source);
}
