import { describe, expect, it } from "vitest";
import { markup } from "#src/notebook/markup.ts";

const hostile = `<img src=x onerror="alert('&')">`;
const safe = "&lt;img src=x onerror=&quot;alert(&#39;&amp;&#39;)&quot;&gt;";

describe("markup", () => {
  it("puts all digits of a rounded number in its title", () => {
    expect(markup({ kind: "number", text: "0.333333", full: "0.3333333333333333" })).toBe(
      '<pre class="out out-number" title="0.3333333333333333">0.333333</pre>',
    );
  });

  it("needs no title where nothing was rounded", () => {
    expect(markup({ kind: "number", text: "42", full: "42" })).toBe(
      '<pre class="out out-number">42</pre>',
    );
  });

  it("escapes every text, wherever it stands", () => {
    const all = [
      markup({ kind: "text", text: hostile, full: `${hostile}1` }),
      markup({ kind: "log", level: "log", text: hostile }),
      markup({ kind: "error", stage: "run", message: hostile, line: 1, column: 1, cell: hostile }),
      markup({
        kind: "table",
        columns: [hostile],
        rows: [[{ text: hostile, full: "1", numeric: false }]],
        total: 1,
        note: hostile,
      }),
    ].join("");
    expect(all).not.toContain("<img");
    expect(all.split(safe)).toHaveLength(9);
  });

  it("says in words that an error is one, and where it is", () => {
    expect(markup({ kind: "error", stage: "run", message: "no", line: 3, column: 5 })).toBe(
      '<p class="out out-error"><strong>Error.</strong> no <span class="out-where">line 3, column 5</span></p>',
    );
    expect(markup({ kind: "error", stage: "syntax", message: "no" })).toContain("Does not parse.");
    expect(markup({ kind: "error", stage: "cell", message: "no" })).toContain("Cannot run.");
  });

  it("names the other cell that an error is in", () => {
    expect(markup({ kind: "error", stage: "run", message: "no", line: 3, cell: "base" })).toContain(
      "in cell “base”, line 3",
    );
  });

  it("counts the rows that a table leaves out", () => {
    const html = markup({
      kind: "table",
      columns: ["k"],
      rows: [[{ text: "1", numeric: true }]],
      total: 50,
      note: "The end.",
    });
    expect(html).toContain(
      "The first 1 of 50 rows. To have all, save them: download(…, &quot;table.csv&quot;). The end.",
    );
    expect(html).toContain('<th scope="col" class="numeric">k</th>');
  });
});
