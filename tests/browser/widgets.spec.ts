import type { Locator, Page } from "@playwright/test";
import { firstOf } from "../times.ts";
import { serveOnly } from "./part-of-page.ts";
import { expect, sidewaysScroll, test } from "./quiet.ts";
import { enliven, live, STILL, WIDGETS } from "./widget-page.ts";

test.use({ of: ".widget" });

/** So that a place on the screen stays where it was measured. */
const withoutSmoothScrolling = (page: Page) => page.emulateMedia({ reducedMotion: "reduce" });
const summary = (widget: Locator) => widget.locator(".widget-summary, figcaption").first();
const centre = async (target: Locator) => {
  const box = await target.boundingBox();
  if (box === null) throw new Error("the element is not on the page");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

const PAGES = [...new Set(WIDGETS.map(([path]) => path))];
/** A phone, where there is least room; in `npm run audit` a desk too. */
const WIDTHS = firstOf([360, 1280], 1);
const widgetsOf = (path: string) => WIDGETS.flatMap(([page, id]) => (page === path ? [id] : []));

/** Pages with figures of several pictures, of many lines, and of both; in `npm run audit` every page. */
const HARDEST = firstOf(
  [...new Set(["choosing/", "conventions/", "momentum/", "schedules/", "", ...PAGES])],
  5,
);

test("the widgets are complete before any script runs", async ({ browser, baseURL }) => {
  test.setTimeout(300_000);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await serveOnly(page, ".widget");
  for (const path of HARDEST)
    await test.step(`/${path}`, async () => {
      await page.goto(path);
      for (const id of widgetsOf(path))
        for (const drawing of await page.locator(`#${id} .plot-drawing`).all()) {
          await expect(drawing).toHaveAttribute("aria-label", /.{30,}/);
          await expect(drawing.locator("svg:visible")).toHaveCount(1);
        }
    });
  await context.close();
});

for (const path of HARDEST)
  for (const width of WIDTHS)
    test(`at ${width} pixels the figures of /${path} come to life in their size, can be read, and are played, stepped, scrubbed and reset`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      // With a place in the address the whole page is laid out, and each figure has its size.
      await page.goto(`${path}#${widgetsOf(path)[0]}`);
      for (const id of widgetsOf(path))
        await test.step(id, async () => {
          const before = await page.locator(`#${id}`).boundingBox();
          expect(await smallestText(page, id)).toBeGreaterThanOrEqual(11);
          const widget = await enliven(page, id);
          await expect(widget.locator(".plot-version")).toHaveCount(0);
          const after = await widget.boundingBox();
          expect(Math.abs((after?.height ?? 0) - (before?.height ?? 0))).toBeLessThanOrEqual(6);
          // While a layer is being replaced, a text just taken out of the page has no size.
          await expect.poll(() => smallestText(page, id)).toBeGreaterThanOrEqual(11);
          expect(await sidewaysScroll(page)).toBe(0);
          if (!STILL.includes(id)) await play(page, widget);
        });
    });

/** The height of the smallest text in the drawings of a figure, in pixels of the screen. */
function smallestText(page: Page, id: string): Promise<number> {
  return page.locator(`#${id} svg:visible text`).evaluateAll((texts) =>
    texts.reduce((least, text) => {
      const svg = (text as SVGTextElement).ownerSVGElement;
      if (svg === null) return 0;
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      return Math.min(least, Number.parseFloat(getComputedStyle(text).fontSize) * scale);
    }, Number.POSITIVE_INFINITY),
  );
}

/** Plays, steps, scrubs and resets a figure that shows a run. */
async function play(page: Page, widget: Locator): Promise<void> {
  const clock = widget.getByRole("slider", { name: /^(step t|update|trial|round|look)/ });
  await clock.press("Home");
  await expect(clock).toHaveValue("0");
  await widget.getByRole("button", { name: "Step" }).click();
  await expect(clock).toHaveValue("1");
  // A short run may be over before it is paused; then it is played once more.
  await expect(async () => {
    await widget.getByRole("button", { name: "Play" }).press("Enter", { timeout: 3000 });
    await expect(clock).not.toHaveValue("1", { timeout: 3000 });
    await widget.getByRole("button", { name: "Pause" }).press("Enter", { timeout: 1000 });
  }).toPass();
  const paused = await clock.inputValue();
  await clock.press("ArrowRight");
  await expect(clock).toHaveValue(String(Number(paused) + 1));
  await widget.getByRole("button", { name: "Reset" }).click();
  await page.waitForURL(({ search }) => search === "");
}

test("the figures of the chapter on averages answer to their controls", async ({ page }) => {
  await page.goto("ewa/");
  await test.step("the noisy year answers to its slider and hides the corrected average", async () => {
    const widget = await enliven(page, "noisy-year");
    await expect(summary(widget)).toContainText("corrected at 26.8 degrees");
    await widget.getByRole("textbox", { name: /^retention β/ }).fill("0.8");
    await expect(summary(widget)).toContainText("lag by 4 days");
    await widget.getByRole("checkbox", { name: "show the corrected average" }).press("Space");
    await expect(summary(widget)).not.toContainText("corrected");
    await expect.poll(() => page.url()).toContain("?noisy-year=beta:0.8,corrected:off");
  });
  await test.step("the weights add up as numbers come in, and keep their count when β changes", async () => {
    const widget = await enliven(page, "decaying-weights");
    await expect(summary(widget)).toContainText("add up to 0.6513");
    const clock = widget.getByRole("slider", { name: /^(step t|update|trial|round|look)/ });
    await clock.press("End");
    await expect(summary(widget)).toContainText("After 60 numbers");
    await widget.getByRole("slider", { name: /^β/ }).press("ArrowRight");
    await expect(summary(widget)).toContainText("With β = 0.91");
    await expect(summary(widget)).toContainText("After 60 numbers");
  });
});

test("what a reader does before the code arrives is kept", async ({ page }) => {
  await page.goto("momentum/");
  const beta = page.locator("#ravine").getByRole("slider", { name: /^β/ });
  await beta.evaluate((input: HTMLInputElement) => {
    input.value = "90";
  });
  await beta.focus();
  await expect(page.locator("#ravine").getByRole("textbox", { name: /^momentum β/ })).toHaveValue(
    "0.9",
  );
});

test("a link to a state shows it, and a malformed one shows the start", async ({ page }) => {
  const widget = await live(page, "momentum/?ravine=kappa:50,eta:0.02,beta:0.9", "ravine");
  await expect(summary(widget)).toContainText("in 106 steps");
  const start = await live(page, "momentum/?ravine=kappa:7,eta:abc,beta:9", "ravine");
  await expect(summary(start)).toContainText("in 24 steps");
});

test("the ravine and the phase diagram answer to the mouse", async ({ page }) => {
  await withoutSmoothScrolling(page);
  await page.goto("momentum/");
  await test.step("the start of the ravine is dragged with the mouse", async () => {
    const widget = await enliven(page, "ravine");
    const start = widget.getByRole("slider", { name: "Start of both runs" });
    await start.evaluate((handle) => handle.scrollIntoView({ block: "center" }));
    const from = await centre(start);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 40, { steps: 6 });
    await page.mouse.up();
    const to = await centre(start);
    expect(Math.hypot(to.x - from.x - 60, to.y - from.y - 40)).toBeLessThan(3);
  });
  await test.step("a click in the phase diagram moves its point", async () => {
    const widget = await enliven(page, "phase-diagram");
    await widget.locator(".plot-pad").evaluate((pad) => pad.scrollIntoView({ block: "center" }));
    const box = await widget.locator(".plot-pad").boundingBox();
    if (box === null) throw new Error("no plot");
    await page.mouse.click(box.x + box.width * 0.97, box.y + box.height * 0.7);
    await expect(summary(widget)).toContainText("divergent");
    await expect(widget.getByText(/^diverged at step \d+$/)).toBeVisible();
  });
});

test("the converter copies a rate, and C falls behind", async ({ page }) => {
  const widget = await live(page, "momentum/", "convention-converter");
  await expect(summary(widget)).toContainText("A, B and C are at (1.121, −0.197)");
  await widget.getByRole("radio", { name: "copied" }).press("Space");
  await expect(summary(widget)).toContainText("C is at (−2.785, −0.051)");
  await widget.getByRole("radio", { name: "converted" }).press("Space");
  await widget.getByRole("checkbox", { name: /divide η by ten/ }).press("Space");
  await expect(summary(widget)).toContainText("A is at (1.389, −0.415)");
  await expect(summary(widget)).toContainText("B and C are at (1.088, −0.031)");
});

test("the figures of the Nesterov chapter answer to their controls", async ({ page }) => {
  await withoutSmoothScrolling(page);
  await page.goto("nesterov/");
  await test.step("the look-ahead is thrown by its two points, and looks behind on demand", async () => {
    const widget = await enliven(page, "look-ahead");
    await expect(summary(widget)).toContainText("Nesterov ends at 0.025");
    await widget.getByRole("radio", { name: "behind (the wrong version)" }).press("Space");
    await expect(summary(widget)).toContainText("The run diverged at step 2");
    await widget.getByRole("radio", { name: "a bowl" }).press("Space");
    await widget.getByRole("radio", { name: "ahead", exact: true }).press("Space");
    await widget.getByRole("slider", { name: "The ball" }).press("ArrowRight");
    await expect(summary(widget)).toContainText("after step 0 the ball is at (−3.05, 0.04)");
    const tip = widget.getByRole("slider", { name: "The end of the jump" });
    await tip.press("ArrowUp");
    await expect(tip).toHaveAttribute("aria-valuetext", "(−2.75, −0.55)");
  });
  await test.step("the end of the jump is dragged by its handle, and the ball stays", async () => {
    const widget = await enliven(page, "look-ahead");
    await widget.getByRole("button", { name: "Reset" }).click();
    const tip = widget.getByRole("slider", { name: "The end of the jump" });
    await tip.evaluate((handle) => handle.scrollIntoView({ block: "center" }));
    const from = await centre(tip);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x - 60, from.y, { steps: 6 });
    await page.mouse.up();
    const to = await centre(tip);
    expect(Math.abs(to.x - from.x + 60)).toBeLessThan(3);
    await expect(widget.getByRole("slider", { name: "The ball" })).toHaveAttribute(
      "aria-valuetext",
      "0.500",
    );
  });
  await test.step("momentum goes round from 3.3 and arrives from 3", async () => {
    const widget = await enliven(page, "three-cycle");
    await expect(summary(widget)).toContainText("goes round through 2.1159, 0.6465, −1.8024");
    await widget.getByRole("radio", { name: "3", exact: true }).press("Space");
    await expect(summary(widget)).toContainText("momentum reaches 0");
  });
});

test("the figures of the chapter on gradients answer to their controls", async ({ page }) => {
  await page.goto("gradients/");
  await test.step("the compass turns by its dial, by its curve and by a name, and the address follows", async () => {
    const widget = await enliven(page, "compass");
    await expect(summary(widget)).toContainText("the slope is −2.475: downhill");
    await widget.getByRole("slider", { name: /^û/ }).press("ArrowRight");
    await expect(summary(widget)).toContainText("In the direction 46°");
    await widget.getByRole("slider", { name: "Direction" }).press("Shift+ArrowRight");
    await expect(summary(widget)).toContainText("In the direction 56°");
    await widget.getByRole("radio", { name: "straight down" }).check();
    await expect(summary(widget)).toContainText("the slope is −8.500: as steep down as it gets");
    await widget.getByRole("slider", { name: "Point on the hillside" }).press("ArrowUp");
    await expect(summary(widget)).toContainText("At (1.50, −0.90)");
    await expect.poll(() => page.url()).toContain("?compass=y:-0.9,dial:118");
  });
  await test.step("descent in one variable diverges, changes its function and moves its start", async () => {
    const widget = await enliven(page, "one-variable");
    await widget.getByRole("radio", { name: "diverges" }).check();
    await expect(summary(widget)).toContainText("diverged at step 2");
    await widget.getByRole("radio", { name: "x²", exact: true }).check();
    await expect(summary(widget)).toContainText("On x² from 10 with η = 0.8 the run comes to rest");
    await widget.getByRole("slider", { name: "Start of the run" }).press("Home");
    await widget.getByRole("slider", { name: "Start of the run" }).press("Shift+ArrowLeft");
    await expect(summary(widget)).toContainText("On x² from 9.46");
  });
});

test("the figures of the chapter on noise answer to their controls", async ({ page }) => {
  await page.goto("noise/");
  await test.step("the lab changes its batch, its clock and its data, and keeps the epoch", async () => {
    const widget = await enliven(page, "minibatch-lab");
    await expect(summary(widget)).toContainText("After 500 updates (20 epochs)");
    await widget.getByRole("radio", { name: "40", exact: true }).press("Space");
    await expect(summary(widget)).toContainText("After 100 updates (20 epochs)");
    await widget.getByRole("radio", { name: "updates" }).press("Space");
    await widget.getByRole("checkbox", { name: "all points on the line" }).press("Space");
    await expect(summary(widget)).toContainText("all points on the line");
    await widget.getByRole("slider", { name: "Start of the run" }).press("Shift+ArrowRight");
    await widget.getByRole("textbox", { name: /^learning rate η/ }).fill("2.5");
    await expect(summary(widget)).toContainText(/b = 40: diverged at step \d+/);
    await expect.poll(() => page.url()).toContain("clock:updates,exact:on,w:-1");
  });
  await test.step("the spread, the floor and the rates answer to their controls", async () => {
    const spread = await enliven(page, "gradient-spread");
    await spread.getByRole("textbox", { name: /^batch size b/ }).fill("40");
    await expect(summary(spread)).toContainText("theory 0.1418 σ");
    const floor = await enliven(page, "noise-floor");
    await floor.getByRole("radio", { name: "η = 1.9" }).press("Space");
    await expect(summary(floor)).toContainText("The theory says 19 in the long run");
    const rates = await enliven(page, "shrinking-rates");
    await rates.getByRole("radio", { name: "0.5/√t" }).press("Space");
    await expect(summary(rates)).toContainText("breaks the second condition");
  });
});

test("the figures of the chapter on conditioning answer to their controls", async ({ page }) => {
  await page.goto("conditioning/");
  await test.step("the ravine explorer turns without changing its loss, and says when it grows", async () => {
    const widget = await enliven(page, "ravine-explorer");
    await expect(summary(widget)).toContainText("loss 0.000389 after 60 steps");
    await widget.getByRole("textbox", { name: /^angle in degrees φ/ }).fill("45");
    await expect(summary(widget)).toContainText("turned by 45°");
    await expect(summary(widget)).toContainText("loss 0.000389 after 60 steps");
    await widget.getByRole("radio", { name: "limit, 2/L" }).press("Space");
    await expect(summary(widget)).toContainText("bounces from wall to wall for ever");
    await widget.getByRole("textbox", { name: /^learning rate η/ }).fill("0.2");
    await expect(summary(widget)).toContainText(/diverged at step \d+/);
    const start = widget.getByRole("slider", { name: "Start of the run" });
    const before = await start.getAttribute("aria-valuetext");
    await start.press("ArrowRight");
    await expect(start).not.toHaveAttribute("aria-valuetext", before ?? "");
  });
  await test.step("scaling mends the houses, and not the turned bowl", async () => {
    const houses = await enliven(page, "feature-scaling");
    await expect(summary(houses)).toContainText("120,895 with the intercept");
    await houses.getByRole("radio", { name: "standardized" }).press("Space");
    await expect(summary(houses)).toContainText("κ = 1.168, and 1.168 with the intercept");
    const bowl = await enliven(page, "turned-bowl");
    await expect(summary(bowl)).toContainText("After diagonal scaling κ = 25");
    await bowl.getByRole("textbox", { name: /^angle in degrees/ }).fill("0");
    await expect(summary(bowl)).toContainText("After diagonal scaling κ = 1 ");
  });
});

test("the figures of the chapter on saddle points answer to their controls", async ({ page }) => {
  await page.goto("saddle-points/");
  await test.step("nobody leaves the axis of a saddle until there is noise", async () => {
    const widget = await enliven(page, "saddle-race");
    await expect(summary(widget)).toContainText("gradient descent 321 steps");
    await widget.getByRole("textbox", { name: /^distance from the axis y₀/ }).fill("1e-6");
    await expect(summary(widget)).toContainText("gradient descent 670 steps");
    await widget.getByRole("checkbox", { name: "start exactly on the axis" }).press("Space");
    await expect(summary(widget)).toContainText("nobody leaves the axis");
    await widget.getByRole("radio", { name: "10⁻²" }).first().press("Space");
    await expect(summary(widget)).toContainText("noise of σ = 0.01, steps until");
    await expect.poll(() => page.url()).toContain("onAxis:on,sigma:0.01");
  });
  await test.step("the walk around a stationary point sees what the Hessian does not", async () => {
    const widget = await enliven(page, "critical-points");
    await expect(summary(widget)).toContainText("the test says undecided. It is a saddle");
    await widget.getByRole("radio", { name: "x² + y⁴" }).press("Space");
    await expect(summary(widget)).toContainText("the test says undecided. It is a minimum");
    await widget.getByRole("slider", { name: /^φ/ }).press("ArrowRight");
    await expect(summary(widget)).toContainText("at 95° the height is");
    const hessians = await enliven(page, "random-hessians");
    await hessians.getByRole("textbox", { name: /^rows and columns n/ }).fill("6");
    await expect(summary(hessians)).toContainText("(none of 3000)");
  });
});

test("the ravine answers to keyboard and screen reader", async ({ page }) => {
  await page.goto("momentum/");
  await test.step("a screen reader hears the new summary once the reader has paused", async () => {
    const widget = await enliven(page, "ravine");
    const region = widget.getByRole("status");
    await expect(region).toHaveText("");
    await widget.getByRole("slider", { name: /^β/ }).press("PageUp");
    await expect(region).toContainText("In the bowl with curvatures 1 and 25");
  });
  await test.step("the start of the ravine moves by arrow keys, in larger steps with Shift", async () => {
    const widget = await enliven(page, "ravine");
    await widget.getByRole("button", { name: "Reset" }).click();
    const start = widget.getByRole("slider", { name: "Start of both runs" });
    await start.press("ArrowRight");
    await expect(start).toHaveAttribute("aria-valuetext", "x and y (−3.90, 1.00)");
    await start.press("Shift+ArrowDown");
    await expect(start).toHaveAttribute("aria-valuetext", "x and y (−3.90, 0.00)");
  });
  await test.step("the ravine says at which step it diverged", async () => {
    const widget = await enliven(page, "ravine");
    await widget.getByRole("button", { name: "Reset" }).click();
    await widget.getByRole("radio", { name: "past the limit" }).check();
    await expect(summary(widget)).toContainText(/diverged at step \d+/);
  });
  await test.step("the ravine answers to its sliders by keyboard, and the address follows", async () => {
    const widget = await enliven(page, "ravine");
    await widget.getByRole("button", { name: "Reset" }).click();
    await expect(summary(widget)).toContainText("in 24 steps");
    const number = widget.getByRole("textbox", { name: /^momentum β/ });
    await number.fill("0.9");
    await widget.getByRole("textbox", { name: /^learning rate η/ }).fill("1/25");
    await expect(summary(widget)).toContainText("in 103 steps");
    await widget.getByRole("slider", { name: /^β/ }).press("ArrowRight");
    await expect(number).toHaveValue("0.91");
    await expect.poll(() => page.url()).toContain("?ravine=eta:0.04,beta:0.91");
  });
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("a tap moves the start of the descent", async ({ page }) => {
    await withoutSmoothScrolling(page);
    const widget = await live(page, "", "descent");
    const before = await summary(widget).textContent();
    const box = await widget.locator(".plot-pad").boundingBox();
    if (box === null) throw new Error("no plot");
    await page.touchscreen.tap(box.x + box.width * 0.2, box.y + box.height * 0.8);
    await expect(summary(widget)).not.toHaveText(before ?? "");
  });

  test("a tap chooses a preset, and controls are large enough for it", async ({ page }) => {
    const widget = await live(page, "momentum/", "ravine");
    await widget.getByRole("radio", { name: "β = 0.9, η = 1/L" }).tap();
    await expect(summary(widget)).toContainText("in 103 steps");
    for (const control of await widget
      .locator("button, .widget-choice label, input[type=range], .plot-handle")
      .all()) {
      const box = await control.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(24);
    }
  });
});
