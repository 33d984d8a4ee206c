import { describe, expect, it, vi } from "vitest";
import type { Output } from "#src/notebook/output.ts";
import { takeAway } from "#src/takeaway/take-away.ts";
import { chapters, pageOf } from "./pages.ts";

// The sanitiser needs a browser; tests/browser/takeaway.spec.ts has the real one.
vi.mock("#src/notebook/sanitise.ts", () => ({
  sanitise: (source: string) => source.replace(/<script.*?<\/script>/g, ""),
}));

describe("a page as one HTML file", () => {
  it.each(chapters)(
    "of the chapter on $name has every cell, and needs nothing",
    async ({ page }) => {
      const { name, type, text } = await takeAway("html", page);
      expect([name, type]).toEqual([`${page.notebook.title}.html`, "text/html"]);
      expect(text.match(/<section class="cell">/g)).toHaveLength(page.notebook.parts.length);
      expect(text).not.toMatch(
        /<script|<link|<button|<input|<template|katex-html| src=|@import|url\(h/i,
      );
      expect(text.match(/ href="[^"]*"/g)).toEqual([` href="${page.address}"`]);
      expect(text.length).toBeLessThan(400_000);
    },
  );

  it("shows what was shown, standing still", async () => {
    const cell = { text: "1", numeric: true };
    const control = { control: "checkbox", label: "on", value: false } as const;
    const outputs: readonly Output[] = [
      { kind: "control", index: 0, control, value: true },
      { kind: "number", text: "0.5", full: "0.5000001" },
      { kind: "tex", source: "x^2" },
      { kind: "svg", source: "<svg><script>1</script><path></path></svg>" },
      { kind: "table", columns: ["a<b"], rows: [[cell]], total: 1 },
      {
        kind: "frames",
        frames: [
          { kind: "number", text: "7", full: "7" },
          { kind: "number", text: "8", full: "8" },
        ],
      },
      { kind: "file", name: "run.csv", content: "1" },
      { kind: "error", stage: "run", message: "beta <must> be" },
    ];
    const { text } = await takeAway(
      "html",
      pageOf({ one: "1" }, { outputs: new Map([["one", outputs]]) }),
    );
    for (const part of [
      ">on: true</pre>",
      'title="0.5000001">0.5</pre>',
      "<math",
      "<svg><path></path></svg>",
      "a&lt;b",
      ">8</pre>",
      "Frame 2 of 2.",
      "(a file: run.csv)",
      "beta &lt;must&gt; be",
    ])
      expect(text).toContain(part);
    expect(text).not.toContain(">7</pre>");
  });

  it("has titles, code and addresses as text, whatever is in them", async () => {
    const attack = "</style></script><script>alert(1)</script>\"'`*/";
    const notebook = {
      title: attack,
      parts: [{ kind: "code", id: "a", text: attack, title: attack }],
    } as const;
    const page = pageOf({}, { notebook, address: `javascript:${attack}` });
    const { name, text } = await takeAway("html", page);
    expect(name).toBe("style-script-script-alert-1-script.html");
    expect(text).not.toContain("<script");
    expect(text).not.toContain("<a ");
  });

  it("takes what the build stored of a cell that has not run", async () => {
    const stored = new Map([["one", '<p class="out">kept</p><button>Play</button>']]);
    const { text } = await takeAway("html", pageOf({ one: "1" }, { stored }));
    expect(text).toContain('<div class="cell-output"><p class="out">kept</p></div>');
  });

  it("has one cell alone with the cells that it needs", async () => {
    const page = pageOf({ first: "const first = 1;", other: "2", last: "first" });
    const { name, text } = await takeAway("html", page, "last");
    expect(name).toBe("a-page-last.html");
    expect(text.match(/<section class="cell">/g)).toHaveLength(2);
  });
});
