import { type VariantTexts, variantTexts } from "#src/course/variant-texts.ts";
import { bookNumbers, readCode, type Varies, variantNumbers } from "#src/grading/variant.ts";
import { loadMaterial } from "./material.ts";

/** How the numbers of an exercise of this page vary. */
export async function variesOf(exercise: string): Promise<Varies> {
  return (await variantsOf(exercise)).varies;
}

/**
 * The texts and numbers of an exercise for a code, or for the numbers of the book.
 * @param url of the chapter's exercises; default: those of this page
 * @throws Error in words for the learner
 */
export async function variantFor(
  exercise: string,
  code: string | undefined,
  url?: string,
): Promise<VariantTexts> {
  const { varies, template } = await variantsOf(exercise, url);
  const read = code === undefined ? undefined : readCode(code, varies);
  if (read && "problem" in read) throw new Error(read.problem);
  return variantTexts(
    template,
    read ? variantNumbers(exercise, varies, read.code) : bookNumbers(varies),
  );
}

async function variantsOf(exercise: string, url?: string) {
  try {
    const { variants } = await loadMaterial(exercise, url);
    if (!variants) throw new Error(`the server has no numbers for “${exercise}”`);
    return variants;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Other numbers could not be loaded (${reason}). What you have written is kept. Check the connection and try again.`,
      { cause: error },
    );
  }
}
