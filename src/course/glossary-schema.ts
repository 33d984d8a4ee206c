import { z } from "astro/zod";

/** A term of content/glossary.yml. */
export const glossarySchema = z.object({
  term: z.string(),
  /** One or two sentences, with `$math$`. */
  definition: z.string().min(20),
  /** Id of the chapter that teaches it. */
  chapter: z.string(),
  /** Anchor of the section within that chapter. */
  section: z.string().optional(),
});

export type GlossaryEntry = z.infer<typeof glossarySchema>;
