import { getCollection } from "astro:content";
import type { APIRoute } from "astro";
import { sitePath } from "#src/course/site-path.ts";
import { chapterOrder } from "#src/layouts/contents.ts";
import { workedNotebooks } from "#src/layouts/notebooks.ts";
import { llmsText } from "#src/publishing/llms-text.ts";

/** What the site has, for programs that read. */
export const GET: APIRoute = async ({ site }) => {
  const absolute = (path: string) => new URL(sitePath(path), site).href;
  const summaries = new Map(
    (await getCollection("chapters")).map(({ id, data }) => [id, data.summary]),
  );
  const chapters = chapterOrder.flatMap(({ id, number, title }) => {
    const about = summaries.get(id);
    return about === undefined
      ? []
      : [{ title: `${number} ${title}`, url: absolute(`${id}/chapter.md`), about }];
  });
  const notebooks = (await workedNotebooks()).map(({ id, data }) => ({
    title: data.title,
    url: absolute(`notebook/${id}/notebook.md`),
    about: data.summary,
  }));
  const pages = (rows: readonly (readonly [path: string, title: string, about: string])[]) =>
    rows.map(([path, title, about]) => ({ title, url: absolute(path), about }));
  const text = llmsText(
    new Map([
      ["Chapters", chapters],
      ["Worked notebooks", notebooks],
      [
        "To look things up",
        pages([
          ["glossary/", "Glossary", "the terms of the book, each defined in a sentence or two"],
          ["notation/", "Notation", "the symbols of the book"],
          ["conventions/", "Conventions", "where papers and libraries differ in a method"],
          ["reference/", "Methods", "every method of the package, with its options"],
          ["reference/api/", "Package", "everything that the optimizer package exports"],
        ]),
      ],
      [
        "Optional",
        pages([
          ["cite/", "Cite this book", "entries for a list of references"],
          ["changes/", "Editions and changes", "what changed, and when"],
          [
            "sources/",
            "Sources",
            "the texts that the book grew from, and what it corrects in them",
          ],
          ["teach/guide/", "For teachers", "assignments and grading without a server"],
        ]),
      ],
    ]),
  );
  return new Response(text, { headers: { "content-type": "text/plain; charset=utf-8" } });
};
