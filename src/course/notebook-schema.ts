import { z } from "astro/zod";

/** Front matter of a worked notebook. Its place and address come from the file's name. */
export const notebookSchema = z.object({
  title: z.string().min(5),
  /** What it does and what one can learn from it. Shown under the title and to search engines. */
  summary: z.string().min(20),
});
