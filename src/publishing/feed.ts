import { escaped } from "#src/course/escaped.ts";
import { LANGUAGE } from "#src/language/edition.ts";
import { say } from "#src/language/say.ts";
import { BOOK } from "./book.ts";
import type { Changes } from "./parse-changes.ts";

/**
 * The changes of the book as an Atom feed (RFC 4287).
 *
 * @param feed absolute address of the feed.
 * @param page that of the page of changes, where each has its date as anchor.
 */
export function feedText(changes: Changes, feed: string, page: string): string {
  const entries = changes.map(({ edition, date, title, changes: items }) => {
    const list = `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`;
    const url = escaped(`${page}#${date}`);
    return `  <entry>
    <id>${url}</id>
    <title>${escaped(say("{title} (edition {edition})", { title, edition }))}</title>
    <link href="${url}"/>
    <updated>${date}T00:00:00Z</updated>
    <content type="html">${escaped(list)}</content>
  </entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${LANGUAGE}">
  <id>${escaped(feed)}</id>
  <title>${escaped(say("{book}: editions and changes", { book: BOOK.name }))}</title>
  <subtitle>${escaped(BOOK.subtitle)}</subtitle>
  <link rel="self" href="${escaped(feed)}"/>
  <link href="${escaped(page)}"/>
  <author><name>${BOOK.authors}</name></author>
  <updated>${changes[0].date}T00:00:00Z</updated>
${entries.join("\n")}
</feed>
`;
}
