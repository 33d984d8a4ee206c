import { escaped } from "#src/course/escaped.ts";
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
    <title>${escaped(title)} (edition ${edition})</title>
    <link href="${url}"/>
    <updated>${date}T00:00:00Z</updated>
    <content type="html">${escaped(list)}</content>
  </entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${escaped(feed)}</id>
  <title>${BOOK.name}: editions and changes</title>
  <subtitle>${BOOK.subtitle}</subtitle>
  <link rel="self" href="${escaped(feed)}"/>
  <link href="${escaped(page)}"/>
  <author><name>${BOOK.authors}</name></author>
  <updated>${changes[0].date}T00:00:00Z</updated>
${entries.join("\n")}
</feed>
`;
}
