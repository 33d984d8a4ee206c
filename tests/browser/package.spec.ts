import { join } from "node:path";
import { installPacked } from "../optim/packed-package.ts";
import { expect, test } from "./quiet.ts";

const SITE = "http://package.test/";

// One worker, since packing writes into the package's folder.
test.describe.configure({ mode: "default" });

let installed: string;
test.beforeAll(() => {
  installed = installPacked().installed;
});

/** A page beside the package's files, as any static host serves them: no bundler. */
const page = (script: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page of a reader</title>
<link rel="icon" href="data:,">
<script type="importmap">
  { "imports": { "@downhill/optim": "./optim/dist/index.js" } }
</script>
<script type="module">${script}</script>
</head><body><output></output></body></html>`;

test.beforeEach(async ({ page: tab }) => {
  await tab.route(`${SITE}optim/**`, (route) =>
    route.fulfill({
      path: join(installed, new URL(route.request().url()).pathname.slice("/optim/".length)),
    }),
  );
});

test("the packed package runs in a page without a bundler, through an import map", async ({
  page: tab,
}) => {
  await tab.route(SITE, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: page(`
        import { minimize, momentum, rosenbrock } from "@downhill/optim";
        const method = momentum({ learningRate: 0.001, beta: 0.9 });
        const { x, outcome } = minimize(method, rosenbrock, [-1.2, 1], {
          steps: 20_000,
          gradientTolerance: 1e-8,
        });
        const [a, b] = [...x].map((xi) => xi.toFixed(6));
        document.querySelector("output").textContent = outcome.kind + " at " + a + ", " + b;
      `),
    }),
  );
  await tab.goto(SITE);
  await expect(tab.locator("output")).toHaveText("converged at 1.000000, 1.000000");
});

test("one method can be had from its own file, and brings few others", async ({ page: tab }) => {
  const loaded: string[] = [];
  tab.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await tab.route(SITE, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: page(`
        import { momentumKernel } from "./optim/dist/methods/momentum.js";
        const [x, g, v] = [[1], [2], [0]].map((list) => Float32Array.from(list));
        momentumKernel(x, g, v, 0.25, 0.5);
        document.querySelector("output").textContent = x[0];
      `),
    }),
  );
  await tab.goto(SITE);
  await expect(tab.locator("output")).toHaveText("0.5");
  expect(loaded.filter((path) => /methods|problems|catalogue/.test(path))).toEqual([
    "/optim/dist/methods/momentum.js",
  ]);
});
