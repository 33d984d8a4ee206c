import { render } from "#components/cell/render.ts";
import { highlight } from "#components/editor/highlight.ts";
import { htmlOf } from "#src/course/escaped.ts";
import { LANGUAGE } from "#src/language/edition.ts";
import { say, sayParts } from "#src/language/say.ts";
import type { NotebookPart } from "#src/notebook/document.ts";
import { escaped } from "#src/notebook/escaped.ts";
import { arrange } from "./arrange.ts";
import { oneLine } from "./comment.ts";
import { fileName } from "./file-name.ts";
import { htmlStyle } from "./html-style.ts";
import { proseHtml } from "./prose-html.ts";
import { stillHtml, stillOutput } from "./still-output.ts";
import type { TakenFile, TakenPage } from "./take-away.ts";

/** Nothing is fetched, run or sent: the file is what it is. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * A page, or one cell with what it needs, as one HTML file that opens from the disk: text, code and
 * what the cells showed, with its look in it, light and dark. It holds no script.
 * @throws Error when the page has no cell of the id `only`
 */
export async function htmlFile(page: TakenPage, only?: string): Promise<TakenFile> {
  const title = oneLine(page.notebook.title) || say("Cells");
  const pieces: string[] = [];
  for (const part of await partsOf(page, only))
    pieces.push(
      part.kind === "prose"
        ? `<section class="prose">${stillHtml(await proseHtml(part.text))}</section>`
        : await cellHtml(part, page),
    );
  const text = `<!doctype html>
<html lang="${LANGUAGE}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p class="from">${htmlOf(sayParts("From {page}. There the cells can be changed and run.", { page: { html: linkTo(page.address) } }))}</p>
<main>
${pieces.join("\n")}
</main>
</body>
</html>
`;
  return { name: `${fileName(page.notebook.title, only)}.html`, type: "text/html", text };
}

async function partsOf(
  page: TakenPage,
  only: string | undefined,
): Promise<readonly NotebookPart[]> {
  const { parts } = page.notebook;
  if (only === undefined) return parts;
  const { cells } = await arrange(page, only);
  const ids = new Set(cells.map(({ part }) => part.id));
  return parts.filter(({ kind, id }) => kind === "code" && ids.has(id));
}

async function cellHtml(
  { id, text, title }: Extract<NotebookPart, { readonly kind: "code" }>,
  { outputs, stored }: TakenPage,
): Promise<string> {
  const last = outputs.get(id);
  const shown = last ? await render(last.flatMap(stillOutput)) : (stored?.get(id) ?? "");
  const heading = title === undefined ? "" : `<h2>${escaped(oneLine(title))}</h2>\n`;
  return `<section class="cell">
${heading}<pre tabindex="0"><code>${highlight(text)}</code></pre>
<div class="cell-output">${stillHtml(shown)}</div>
</section>`;
}

/** A link to the page, where its address is one that a browser opens. */
function linkTo(address: string): string {
  const words = escaped(oneLine(address));
  return /^https?:\/\//.test(address) ? `<a href="${words}">${words}</a>` : words;
}
