import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { deflateRawSync } from "node:zlib";
import type { Frame, Page } from "@playwright/test";
import { sharedEdit } from "../../src/sharing/shared-page.ts";
import { violations } from "./accessibility.ts";
import {
  CHAPTER,
  cellIds,
  cellOf,
  openChapter,
  output,
  reset,
  run,
  runText,
  sourceOf,
  status,
} from "./cell-page.ts";
import { expect, loudTest, sidewaysScroll, test } from "./quiet.ts";
import { fragmentOf, fragmentWith, openFragment, strip } from "./sharing-page.ts";

test.use({ of: "downhill-cell, .widget" });

const choice = (page: Page, name: string) => strip(page).getByRole("button", { name, exact: true });
const asLink = (content: string | Uint8Array) =>
  `#share=${deflateRawSync(content).toString("base64url")}`;

const ADDED =
  "// From Ana, with a slider.\nview(slider({ label: 'rate', min: 0, max: 10, value: 2 }))";

test("what a link carries is shown as a diff; it comes into the page when asked and never runs by itself", async ({
  page,
}) => {
  const [first, second] = await openChapter(page);
  if (!first || !second) throw new Error("the chapter has two cells");
  const [one = "", two = ""] = await cellIds(page);
  const author = await sourceOf(second);
  // The first cell has run, and follows its text as one types.
  await runText(first, "6 * 7");
  await expect(output(first)).toHaveText("42");

  const fragment = await fragmentOf({
    page: CHAPTER,
    by: "<b>Ana</b>",
    cells: [
      { id: one, edit: { kind: "whole", text: "6 * 8 // \u202Eodd" }, settings: [] },
      {
        id: two,
        edit: sharedEdit(author, `${author}\n${ADDED}`),
        settings: [{ label: "rate", value: 7 }],
      },
    ],
    numbers: {},
  });
  await openFragment(page, fragment);
  await expect(strip(page)).toContainText("This link carries changes to two cells, by <b>Ana</b>.");
  await expect(strip(page)).toContainText("6 * 8 // ⟨U+202E⟩odd");
  await expect(
    strip(page).locator("mark", { hasText: "// From Ana, with a slider." }),
  ).toBeVisible();
  expect(await sourceOf(first)).toBe("6 * 7");
  expect(await sourceOf(second)).toBe(author);
  expect(await violations(page, [".shared-strip"])).toEqual([]);

  await strip(page)
    .getByRole("button", { name: /^Put in this one/ })
    .first()
    .click();
  await expect(status(first)).toHaveText("Text from the link of <b>Ana</b>, not yet run");
  expect(await sourceOf(first)).toBe("6 * 8 // \u202Eodd");
  await expect(first).toHaveAttribute("data-state", "idle");
  await expect(output(first)).toHaveText("42");
  expect(await sourceOf(second)).toBe(author);
  expect(page.url()).toContain("#share=");

  await choice(page, "Put them into the page").click();
  await expect(strip(page)).toContainText("That is all of this link. Nothing has been run.");
  expect(await sourceOf(second)).toBe(`${author}\n${ADDED}`);
  expect(page.url()).not.toContain("share=");
  await choice(page, "Close").click();
  await expect(strip(page)).toHaveCount(0);

  // Its slider comes with the first run, and is set as she set it.
  await run(second).click();
  await expect(second.getByRole("slider", { name: "rate" })).toHaveValue("7");

  // The reader's own text can be had again, and loading the page anew asks nothing.
  await first.getByRole("button", { name: "Earlier versions", exact: true }).click();
  await expect(first.locator(".history-row", { hasText: "6 * 7" })).toBeVisible();
  await run(first).click();
  await expect(output(first)).toHaveText("48");
  await page.reload();
  await expect(page.locator("downhill-cell[data-ready]").first()).toBeAttached();
  expect(await sourceOf(first)).toBe("6 * 8 // \u202Eodd");
  await expect(strip(page)).toHaveCount(0);
});

test("a link that cannot be opened says why, and leaves the page and the reader's work alone", async ({
  page,
}) => {
  const [first] = await openChapter(page);
  if (!first) throw new Error("the chapter has a cell");
  const [one = ""] = await cellIds(page);
  const author = await sourceOf(first);
  await runText(first, "6 * 7");
  await expect(output(first)).toHaveText("42");
  const outdated = sharedEdit(`${author}\nold line`, `${author}\nnew line`);
  expect(outdated.kind).toBe("changes");
  const cases: readonly (readonly [fragment: string, says: string])[] = [
    [`#share=${"A".repeat(1_000_000)}`, "This link is 1,000,000 characters long"],
    ["#share=%%%", "This link is damaged"],
    ["#share=", "This link is damaged"],
    [asLink("no JSON"), "This link is damaged"],
    [asLink(new Uint8Array(60_000_000)), "would unpack to more than 1,000,000 bytes"],
    [asLink('{"v":2,"p":"ewa"}'), "made by another edition of the book (format 2, here 1)"],
    [asLink('{"v":1,"p":"ewa","c":[["x",{}]]}'), "carries something else than changes"],
    [await fragmentWith({}, { page: "momentum" }), "carries changes to another page of the book"],
    [
      await fragmentWith({ "<img src=x>": "1 + 1" }),
      "The page has no cell “<img src=x>” any more.",
    ],
    [
      await fragmentOf({
        page: CHAPTER,
        cells: [{ id: one, edit: outdated, settings: [] }],
        numbers: {},
      }),
      "the author has changed the lines that this belongs to",
    ],
  ];
  for (const [fragment, says] of cases)
    await test.step(says, async () => {
      await openFragment(page, fragment);
      await expect(strip(page)).toContainText(says);
      await choice(page, "Close").click();
      await expect(strip(page)).toHaveCount(0);
      expect(page.url()).not.toContain("share=");
    });
  expect(await sourceOf(first)).toBe("6 * 7");
  await runText(first, "6 * 9");
  await expect(output(first)).toHaveText("54");
});

test("the dialog gives a link, a file and an embed, by keyboard too, with or without the clipboard", async ({
  page,
}) => {
  const [first] = await openChapter(page);
  if (!first) throw new Error("the chapter has a cell");
  const author = await sourceOf(first);
  await runText(first, author.replace(/\d+(\.\d+)?/, "0.625"));
  const opener = first.getByRole("button", { name: /^Share or take away/ });
  await opener.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Share or take away" });
  await expect(dialog).toContainText("It carries your changes to this cell.");
  const field = dialog.getByRole("textbox", { name: "Link" });
  await expect(field).toHaveValue(/#cell-.*&share=/);
  const nameless = await field.inputValue();
  await dialog.getByLabel("Your name").fill("Ana");
  await expect(field).not.toHaveValue(nameless);
  const link = await field.inputValue();
  expect(link.length).toBeLessThan(500);
  expect(await violations(page, [".share-dialog"])).toEqual([]);

  await page.evaluate(() => {
    const denied = () => Promise.reject(new Error("denied"));
    Object.defineProperty(navigator, "clipboard", { value: { writeText: denied } });
  });
  await dialog.getByRole("button", { name: "Copy: Link" }).click();
  await expect(dialog).toContainText("The text is selected: copy it with Ctrl+C");
  expect(await page.evaluate(() => getSelection()?.toString().length ?? 0)).toBeGreaterThan(100);

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Save as TypeScript" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.ts$/);
  await expect(dialog.getByRole("textbox", { name: "Text to embed" })).toHaveValue(
    /^<iframe src="http[^"]+\?embed=cell-[^"]+#share=[^"]+" title=/,
  );
  await page.setViewportSize({ width: 390, height: 800 });
  expect((await dialog.boundingBox())?.width).toBe(390);
  expect(await sidewaysScroll(page)).toBe(0);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();

  // Who gets the link sees the change.
  await reset(first).click();
  await page.goto("about:blank");
  await page.goto(link);
  await expect(strip(page)).toContainText("This link carries changes to one cell, by Ana.");
  await choice(page, "Leave the page as it is").click();
  expect(await sourceOf(first)).toBe(author);
  expect(new URL(page.url()).hash).toMatch(/^#cell-[\w-]+$/);
});

loudTest.describe("in a page of another origin", () => {
  let server: Server;
  let outside = "";
  let frames = "";

  loudTest.beforeAll(async () => {
    server = createServer((_, answer) => {
      answer.setHeader("content-type", "text/html");
      answer.end(`<!doctype html><title>Elsewhere</title>${frames}
<script>window.heights = []; addEventListener("message", ({ data }) => heights.push(data));</script>`);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  loudTest.afterAll(() => server.close());

  loudTest(
    "a cell and a figure stand alone, say their height, and keep nothing",
    async ({ page, baseURL }) => {
      await openChapter(page);
      const [one = "", two = ""] = await cellIds(page);
      const figure = (await page.locator("figure.widget").first().getAttribute("id")) ?? "";
      const kept = await page.evaluate(() => JSON.stringify(localStorage));
      const fragment = await fragmentWith({ [one]: "6 * 7", [two]: "6 * 8" });
      const book = `${baseURL ?? ""}${CHAPTER}/`;
      frames = [`cell-${one}${fragment}`, figure, "no-such-thing"]
        .map((what) => `<iframe src="${book}?embed=${what}" width="600" height="500"></iframe>`)
        .join("");
      await page.goto(outside);
      const [cell, widget, lost] = await Promise.all(
        [0, 1, 2].map(async (index) => {
          const element = await page.locator("iframe").nth(index).elementHandle();
          return (await element?.contentFrame()) as Frame;
        }),
      );
      if (!cell || !widget || !lost) throw new Error("three frames");

      const shared = cell.locator(`#cell-${one}`);
      await expect(shared.getByRole("status")).toHaveText("Text from a link, not yet run");
      await shared.getByRole("button", { name: "Run", exact: true }).click();
      await expect(output(shared)).toHaveText("42");
      await expect(cell.locator("header.masthead, h1, .prose > p").first()).toBeHidden();
      await expect(cell.locator("downhill-cell:visible")).toHaveCount(1);
      await expect(cell.getByRole("link", { name: /Downhill/ })).toHaveAttribute(
        "href",
        `${book}#cell-${one}`,
      );

      await expect(widget.locator(`#${figure}`)).toBeVisible();
      await expect(widget.locator("downhill-cell:visible, h1:visible")).toHaveCount(0);
      await expect(lost.locator("body")).toContainText(
        "There is no cell or figure “no-such-thing” in this page any more.",
      );
      const heights = await page.evaluate(
        () => (window as unknown as { heights: unknown[] }).heights,
      );
      expect(heights.length).toBeGreaterThan(2);
      for (const height of heights)
        expect(height).toEqual({ downhill: "height", height: expect.any(Number) });

      await openChapter(page);
      expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe(kept);
      await expect(cellOf(page, one)).not.toContainText("6 * 7");
    },
  );
});
