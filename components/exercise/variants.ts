import { textsFor, type VariantTexts } from "#src/course/variant-texts.ts";
import type { Varies } from "#src/grading/variant.ts";
import { say } from "#src/language/say.ts";
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
  const texts = await textsFor(exercise, await variantsOf(exercise, url), code);
  if ("problem" in texts) throw new Error(texts.problem);
  return texts;
}

async function variantsOf(exercise: string, url?: string) {
  try {
    const { variants } = await loadMaterial(exercise, url);
    if (!variants) throw new Error(say("the server has no numbers for “{exercise}”", { exercise }));
    return variants;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      say(
        "Other numbers could not be loaded ({reason}). What you have written is kept. Check the connection and try again.",
        { reason },
      ),
      { cause: error },
    );
  }
}
