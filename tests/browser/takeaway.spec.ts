import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { createServer, type ViteDevServer } from "vite";
import { extractCells } from "../../src/course/cells.ts";
import { expect, test } from "./quiet.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "downhill-taken-"));
let server: ViteDevServer;

// The modules as they are, in a browser: the sanitiser is the real one.
test.beforeAll(async () => {
  const optim = join(root, "src/optim/src");
  server = await createServer({
    root,
    configFile: false,
    logLevel: "error",
    appType: "custom",
    cacheDir: join(folder, "vite"),
    server: { port: 0, hmr: false },
    resolve: {
      alias: [
        { find: "@downhill/optim/data", replacement: join(optim, "data/index.ts") },
        { find: "@downhill/optim/problems", replacement: join(optim, "problems/index.ts") },
        { find: "@downhill/optim", replacement: join(optim, "index.ts") },
      ],
    },
    optimizeDeps: {
      noDiscovery: true,
      include: [
        ...["acorn", "sucrase", "dompurify", "katex", "marked"],
        ...["@lezer/highlight", "@lezer/javascript", "@lezer/python"],
      ],
    },
  });
  await server.listen();
});
test.afterAll(() => server.close());

interface Cell {
  readonly id: string;
  readonly source: string;
  readonly title?: string;
}

/** Makes the HTML file of some cells in a browser, and gives its path. */
async function taken(page: Page, cells: readonly Cell[], outputs: Record<string, unknown>) {
  const origin = server.resolvedUrls?.local[0] ?? "";
  await page.route(origin, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>t</title>" }),
  );
  await page.goto(origin);
  const file = await page.evaluate(
    async ({ cells, outputs }) => {
      const module = "/src/takeaway/take-away.ts";
      const { takeAway } = await import(/* @vite-ignore */ module);
      const parts = cells.map(({ source, ...cell }) => ({ kind: "code", text: source, ...cell }));
      const address = "https://downhill.example/momentum/";
      return takeAway("html", {
        notebook: { title: "Momentum", parts },
        address,
        outputs: new Map(Object.entries(outputs)),
      });
    },
    { cells, outputs },
  );
  const path = join(folder, file.name);
  writeFileSync(path, file.text);
  return pathToFileURL(path).href;
}

test("a chapter as one HTML file opens from the disk, asks for nothing, and fits a phone", async ({
  page,
}) => {
  const mdx = readFileSync(join(root, "content/chapters/06-momentum.mdx"), "utf8");
  const kept = join(root, "tests/content/chapters/stored-outputs/06-momentum.json");
  const cells = extractCells(mdx);
  const address = await taken(page, cells, JSON.parse(readFileSync(kept, "utf8")));

  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  for (const [width, colorScheme] of [
    [1280, "light"],
    [390, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto(address);
    await expect(page.locator("h1")).toHaveText("Momentum");
    await expect(page.locator("section.cell")).toHaveCount(cells.length);
    await expect(page.locator(".out-figure svg path").first()).toBeAttached();
    await expect(page.locator(".out-tex math").first()).toBeVisible();
    const tooWide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(tooWide).toBe(0);
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(paper).toBe(colorScheme === "light" ? "rgb(253, 251, 247)" : "rgb(22, 24, 27)");
  }
  expect(requests.filter((url) => url !== address && !url.startsWith("data:"))).toEqual([]);
});

test("what a cell of a stranger showed does nothing in the file", async ({ page }) => {
  const attack =
    '<svg><script>document.title="script"</script><image href="https://attack.example/a.png"></image><a href="https://attack.example/"><text>link</text></a><path onload="document.title=\'handler\'" style="background:url(https://attack.example/b)"></path></svg>';
  const cells = [{ id: "one", source: "</code><script>document.title='code'</script>" }];
  const outputs = {
    one: [
      { kind: "svg", source: attack },
      { kind: "text", text: "<img src=x onerror=\"document.title='text'\">" },
    ],
  };
  const address = await taken(page, cells, outputs);
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(address);
  await expect(page).toHaveTitle("Momentum");
  await expect(page.locator("script, image, img, .cell a")).toHaveCount(0);
  expect(requests.filter((url) => url !== address && !url.startsWith("data:"))).toEqual([]);
});
