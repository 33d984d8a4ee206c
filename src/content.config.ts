import { defineCollection } from "astro:content";
import { file, glob } from "astro/loaders";
import { chapterSchema } from "#src/course/chapter-schema.ts";
import { exerciseSchema } from "#src/course/exercise-schema.ts";
import { glossarySchema } from "#src/course/glossary-schema.ts";
import { notebookSchema } from "#src/course/notebook-schema.ts";
import { referenceSchema } from "#src/course/reference-schema.ts";
import { contentPatterns, translatedFile } from "#src/language/content-files.ts";

const GLOSSARY = "content/glossary.yml";

export const collections = {
  chapters: defineCollection({
    // 06-momentum.mdx: the number orders, the rest is the address.
    loader: glob({
      base: "./content",
      pattern: contentPatterns("chapters/*.mdx"),
      generateId: ({ entry }) => entry.replace(/^.*\/\d+-|\.mdx$/g, ""),
    }),
    schema: chapterSchema,
  }),
  notebooks: defineCollection({
    // Like chapters: 01-fit-a-line.mdx.
    loader: glob({
      base: "./content",
      pattern: contentPatterns("notebooks/*.mdx"),
      generateId: ({ entry }) => entry.replace(/^.*\/\d+-|\.mdx$/g, ""),
    }),
    schema: notebookSchema,
  }),
  exercises: defineCollection({
    loader: glob({
      base: "./content",
      pattern: contentPatterns("exercises/*/index.mdx"),
      generateId: ({ entry }) => entry.split("/").at(-2) ?? entry,
    }),
    schema: exerciseSchema,
  }),
  glossary: defineCollection({
    loader: file(translatedFile(GLOSSARY) ?? GLOSSARY),
    schema: glossarySchema,
  }),
  references: defineCollection({
    loader: file("./content/references.yml"),
    schema: referenceSchema,
  }),
};
