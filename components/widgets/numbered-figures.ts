import { chapterItems } from "#src/course/chapter-items.ts";

const chapters = import.meta.glob<string>("/content/chapters/*.mdx", {
  query: "?raw",
  import: "default",
  eager: true,
});

const labels = new Map(
  Object.entries(chapters)
    .flatMap(([path, mdx]) => chapterItems(mdx, Number(/(\d+)-[^/]*$/.exec(path)?.[1])))
    .filter(({ kind }) => kind === "figure")
    .map(({ anchor, label }) => [anchor, label]),
);

/** The number of a figure of the chapters, by its id. */
export function numberedFigure(id: string): string | undefined {
  return labels.get(id);
}
