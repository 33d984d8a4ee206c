import { describe, expect, it } from "vitest";
import { pageRules } from "#components/print/page-header.ts";

describe("the header of printed pages", () => {
  it("counts the pages in a sentence", () => {
    expect(pageRules({ left: "", right: "" })).toContain(
      '@bottom-right { content: "page " counter(page) " of " counter(pages); }',
    );
  });

  it("holds any name as text, never as rules", () => {
    const rules = pageRules({ left: 'A "B" \\ C\n} * { display: none', right: "today" });
    expect(rules).toContain('content: "A \\22 B\\22  \\5c  C\\a } * { display: none";');
    expect(rules.replace(/"[^"]*"/g, "").match(/[{}]/g)).toHaveLength(14);
  });
});
