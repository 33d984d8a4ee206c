import { readdirSync, readFileSync } from "node:fs";
import type { MdastPluginEntry } from "satteri";
import { type ChapterItem, chapterItems } from "./chapter-items.ts";

/** Chapter by its id, the name of its file without the number. */
export type BookItems = ReadonlyMap<string, readonly ChapterItem[]>;

const CHAPTER = /\/chapters\/\d+-([^/]+)\.mdx$/;

/**
 * Markdown plugin: a link without words, `[](#phase-diagram)` or `[](../momentum/#eq-momentum)`, is
 * named by the build after what it leads to: "Figure 6.3".
 */
export const itemLinks: MdastPluginEntry = ({ fileURL }) => {
  const own = CHAPTER.exec(fileURL?.pathname ?? "")?.[1];
  let book: BookItems | undefined;
  return {
    name: "item-links",
    link(node, context) {
      if (node.children.length > 0) return;
      book ??= own && fileURL ? readBook(new URL(".", fileURL)) : new Map();
      const value = itemLabel(node.url, own, book);
      context.replaceNode(node, {
        type: "link",
        url: node.url,
        children: [{ type: "text", value }],
      });
    },
  };
};

/**
 * What a reference says.
 *
 * @param url as the author wrote it: `#anchor` in the same chapter, `../chapter/#anchor` in another
 * @param own id of the chapter in which it stands
 * @throws Error when it leads to nothing that has a name, with the names that there are
 */
export function itemLabel(url: string, own: string | undefined, book: BookItems): string {
  const [, other, anchor] = /^(?:\.\.\/([\w-]+)\/)?#(.+)$/.exec(url) ?? [];
  if (own === undefined || anchor === undefined)
    throw new Error(
      `references: the link [](${url}) has no words, and only a link within the chapters gets them from the build: #anchor or ../chapter/#anchor. Write the words.`,
    );
  const chapter = other ?? own;
  const items = book.get(chapter);
  if (!items)
    throw new Error(
      `references: [](${url}) leads to chapter "${chapter}", which is not written. Chapters: ${[...book.keys()].join(", ")}.`,
    );
  const item = items.find((one) => one.anchor === anchor);
  if (!item)
    throw new Error(
      `references: [](${url}) names nothing in chapter "${chapter}". Anchors there: ${items.map((one) => one.anchor).join(", ")}. Correct the name.`,
    );
  return item.label;
}

/** What can be referred to in all chapters of a folder. */
function readBook(folder: URL): BookItems {
  return new Map(
    readdirSync(folder).flatMap((name) => {
      const [, number, id] = /^(\d+)-(.+)\.mdx$/.exec(name) ?? [];
      if (number === undefined || id === undefined) return [];
      return [[id, chapterItems(readFileSync(new URL(name, folder), "utf8"), Number(number))]];
    }),
  );
}
