import type { APIRoute } from "astro";
import { extractCells } from "#src/course/cells.ts";
import { sitePath } from "#src/course/site-path.ts";
import { say } from "#src/language/say.ts";
import { chapterOrder } from "#src/layouts/contents.ts";
import type { Notebook, NotebookPart } from "#src/notebook/document.ts";
import { notebookData } from "#src/notebook/document-file.ts";

export { getStaticPaths } from "#src/layouts/chapter-paths.ts";

/** The cells of a chapter as a notebook, for readers who go on with them in one of their own. */
export const GET: APIRoute = ({ props }) => {
  const { id, body = "" } = props.entry;
  const title = chapterOrder.find((chapter) => chapter.id === id)?.title ?? id;
  const cells = extractCells(body).map(
    ({ id: cell, title: named, source }): NotebookPart => ({
      kind: "code",
      id: cell,
      text: source,
      ...(named !== undefined && { title: named }),
    }),
  );
  const notebook: Notebook = {
    title: say("From {title}", { title }),
    parts: [
      {
        kind: "prose",
        id: "where-from",
        text: say("The cells of [{title}]({address}).", { title, address: sitePath(`${id}/`) }),
      },
      ...cells,
    ],
  };
  return new Response(JSON.stringify(notebookData(notebook)), {
    headers: { "content-type": "application/json" },
  });
};
