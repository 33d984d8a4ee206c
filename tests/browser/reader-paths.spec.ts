import type { Locator, Page } from "@playwright/test";
import { focusProblem, listen } from "./heard.ts";
import { expect, test } from "./quiet.ts";

/** Scrolls by a finger that begins on something. */
async function swipeUp(page: Page, from: Locator, distance: number): Promise<void> {
  const box = (await from.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...ys: readonly number[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: ys.map((at) => ({ x, y: at })) });
  await touch("touchStart", y);
  for (let part = 1; part <= 10; part++) await touch("touchMove", y - (distance * part) / 10);
  await touch("touchEnd");
  // A tap while the page still glides would only stop it.
  let stood = -1;
  await expect
    .poll(async () => {
      const before = stood;
      stood = await page.evaluate(() => scrollY);
      return stood - before;
    })
    .toBe(0);
}

test.describe("a student with a phone, by touch alone", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("comes from the landing page to solved exercises, and back to the place", async ({
    page,
  }) => {
    test.slow();
    await page.goto("");
    await expect(page.getByText("Begin with chapter 1")).toBeAttached();
    // A finger on the picture scrolls the page, and does not move the start.
    const picture = page.getByRole("img", { name: /^Contours of a landscape/ });
    const described = await picture.getAttribute("aria-label");
    await swipeUp(page, picture, 300);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);
    expect(await picture.getAttribute("aria-label")).toBe(described);
    await page
      .getByRole("navigation", { name: "Contents" })
      .getByRole("link", { name: "Exponentially weighted averages and bias correction" })
      .tap();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Exponentially weighted/);

    // A figure: its slider where the finger comes down, then Play to the end.
    const figure = page.getByRole("figure", { name: /A year of temperatures and its average/ });
    const slider = figure.getByRole("slider", { name: "β retention" });
    await slider.scrollIntoViewIfNeeded();
    const before = await slider.getAttribute("aria-valuetext");
    const track = (await slider.boundingBox())!;
    expect(track.height).toBeGreaterThanOrEqual(44);
    await page.touchscreen.tap(track.x + track.width * 0.25, track.y + track.height / 2);
    await expect(slider).not.toHaveAttribute("aria-valuetext", before!);
    await expect(figure.locator(".widget-summary")).toContainText(
      (await slider.getAttribute("aria-valuetext"))!,
    );
    const time = figure.getByRole("slider", { name: /^(step|day)/ });
    const began = await time.getAttribute("aria-valuetext");
    await figure.getByRole("button", { name: "Play" }).tap();
    await expect(time).not.toHaveAttribute("aria-valuetext", began!);

    // A cell: a tap opens the editor, the text is changed and run.
    const cell = page.locator("#cell-two-ways");
    await cell.locator("[data-part=code]").tap();
    const code = cell.getByRole("textbox", { name: /^Code of cell/ });
    await expect(code).toBeFocused();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText("6 * 7");
    await cell.getByRole("button", { name: "Run", exact: true }).tap();
    await expect(cell.locator("[data-part=output]")).toHaveText("42");
    await cell.getByRole("button", { name: "Reset" }).tap();

    // A term and an equation, each explained where it stands.
    const card = page.locator(".explain-card:popover-open");
    await page.locator("html[data-explains]").waitFor();
    await page.locator(".prose").getByRole("link", { name: "gradients", exact: true }).tap();
    await expect(card).toContainText("partial derivatives");
    await page.getByRole("heading", { name: "Further reading" }).tap();
    await expect(card).toHaveCount(0);
    await page.locator("p > a.equation-reference").first().tap();
    await expect(card).toBeVisible();
    const box = (await card.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    await page.getByRole("heading", { name: "Further reading" }).tap();

    // Two exercises; the verdict comes to be seen, and the number is typed after a wrong one.
    const choice = page.locator("#exercise-longer-memory");
    await choice.getByRole("radio", { name: /^Less noise, and more lag/ }).tap();
    await choice.getByRole("button", { name: "Check" }).tap();
    await expect(choice.getByText("✓ Right.")).toBeInViewport();
    const number = page.locator("#exercise-decay-time");
    const field = number.getByRole("textbox", { name: "Steps" });
    await field.tap();
    await page.keyboard.type("99");
    await number.getByRole("button", { name: "Check" }).tap();
    await expect(number.getByText("✗ Not yet.")).toBeInViewport();
    await expect(number).toContainText("That is the effective sample size");
    await field.tap();
    await field.fill("50");
    await number.getByRole("button", { name: "Check" }).tap();
    await expect(number.getByText("✓ Right.")).toBeInViewport();

    // All of it stands under My work, from where one comes back to the exercise, and to the place.
    await page.getByRole("banner").getByRole("link", { name: "My work" }).tap();
    await expect(page.getByText("In the whole book: 2 of")).toBeVisible();
    const done = page.getByRole("listitem").filter({ hasText: "How long a number lasts" });
    await expect(done).toContainText("✓ solved, 2 attempts");
    await done.getByRole("link", { name: /^Exercise 5\./ }).tap();
    await expect(number).toBeInViewport();
    await expect(field).toHaveValue("50");
    // The place is kept once the page has stood still for two seconds.
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem("downhill:place:ewa")))
      .toContain("exercise-decay-time");
    await page.getByRole("banner").getByRole("link", { name: "Downhill" }).tap();
    await expect(page.locator(".contents-place")).toHaveText(/^last read/);
    await page.getByRole("link", { name: /^Exponentially weighted/ }).tap();
    await page.getByRole("link", { name: /^Go on where you stopped/ }).tap();
    await expect(page.locator("#exercise-decay-time")).toBeInViewport();
  });
});

/** Goes to a heading as a screen reader does: the next Tab goes on from there. */
async function goToHeading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("heading", { name }).evaluate((heading) => {
    heading.tabIndex = -1;
    heading.focus();
    heading.removeAttribute("tabindex");
  });
}

/** Presses Tab until something has the focus; where it never comes, that fails. */
async function tabTo(page: Page, wanted: Locator, most = 40): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press("Tab");
    await expect.poll(() => focusProblem(page)).toBeUndefined();
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not come to ${wanted} by ${most} presses of Tab.`);
}

test.describe("a reader who hears the page, by keyboard alone", () => {
  test("comes from the landing page to an answered exercise, a term and the index", async ({
    page,
  }) => {
    test.slow();
    const said = await listen(page);
    const figure = page.getByRole("figure", { name: /^Figure 6\.1 A heavy ball in a ravine/ });
    const from = async (where: string) =>
      (await said()).filter((one) => one.where === where).map(({ text }) => text);

    await page.goto("");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to the text" })).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("slider", { name: "Start of the three descents" })).toBeFocused();
    const contents = page.getByRole("navigation", { name: "Contents" });
    await tabTo(page, contents.getByRole("link", { name: "Momentum", exact: true }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Momentum" })).toBeVisible();

    // What a screen reader lists: one main part with one first heading, sections, each thing by name.
    await page.locator("html[data-whole]").waitFor();
    await expect(page.getByRole("main")).toHaveCount(1);
    await expect(page.getByRole("banner")).toHaveCount(1);
    await expect(page.getByRole("contentinfo")).toHaveCount(1);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    const levels = await page
      .getByRole("main")
      .getByRole("heading")
      .evaluateAll((headings) => headings.map(({ localName }) => Number(localName.slice(1))));
    for (const [index, level] of levels.entries())
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    const outline = await page.locator("body").ariaSnapshot();
    for (const role of ["link", "button", "slider", "textbox", "checkbox", "radio", "combobox"])
      expect(outline).not.toMatch(new RegExp(`^\\s*- ${role}(?! ")`, "m"));

    // A figure by its keys: each value is said by the control, and the outcome once when it is still.
    await goToHeading(page, "Ravines again");
    await tabTo(page, figure.getByRole("slider", { name: "Start of both runs" }));
    // It comes alive when the keyboard comes to it.
    await expect(page.locator("astro-island:not([ssr]) #ravine")).toBeVisible();
    await page.keyboard.press("ArrowLeft");
    const start = figure.getByRole("slider", { name: "Start of both runs" });
    await expect(start).toHaveAttribute("aria-valuetext", "x and y (−4.10, 1.00)");
    const rate = figure.getByRole("slider", { name: "η learning rate" });
    await tabTo(page, rate);
    await expect(figure.getByRole("status")).toContainText("from (−4.10, 1.00)");
    await said();
    for (let press = 0; press < 3; press++) await page.keyboard.press("ArrowLeft");
    const value = await rate.getAttribute("aria-valuetext");
    expect(value).toMatch(/^η = 0\.\d+$/);
    await expect(figure.getByRole("status")).toContainText(`momentum with ${value} and`);
    expect(await from("ravine")).toHaveLength(1);

    // A cell: changed, left, run; what it shows is said, once.
    const cell = page.locator("#cell-momentum-step");
    await goToHeading(page, "A ball with drag");
    await tabTo(page, cell.locator("[data-part=code] pre"));
    await page.keyboard.press("Enter");
    await expect(cell.getByRole("textbox", { name: /^Code of cell/ })).toBeFocused();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("\n6 * 7");
    await page.keyboard.press("Escape");
    await tabTo(page, cell.getByRole("button", { name: "Run", exact: true }), 3);
    await said();
    await page.keyboard.press("Enter");
    await expect(cell.getByRole("status")).toHaveText(/^Ran in .*It shows .*42$/);
    await expect(cell.getByRole("button", { name: "Run", exact: true })).toBeFocused();
    const heard = await from("cell-momentum-step");
    expect(heard.filter((text) => text.startsWith("Ran in"))).toHaveLength(1);

    // An exercise: a wrong answer and the right one, each verdict said once where the keyboard stays.
    const exercise = page.locator("#exercise-noise-floor");
    const options = exercise.getByRole("group", { name: "Choose one" }).getByRole("radio");
    await goToHeading(page, "When momentum hurts");
    await tabTo(page, options.first());
    await page.keyboard.press("Space");
    const check = exercise.getByRole("button", { name: "Check" });
    await tabTo(page, check, 3);
    await said();
    await page.keyboard.press("Enter");
    await expect(exercise.getByText("✗ Not yet.")).toBeInViewport();
    await expect(check).toBeFocused();
    // On a busy machine it is also said that the answer is being checked.
    const verdicts = async () =>
      (await from("exercise-noise-floor")).filter((text) => !["", "Checking …"].includes(text));
    expect(await verdicts()).toHaveLength(1);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("ArrowDown");
    await expect(options.nth(1)).toBeChecked();
    await page.keyboard.press("Enter");
    await expect(exercise.getByText("✓ Right.")).toBeInViewport();
    expect(await verdicts()).toEqual(["✓ Right."]);

    // The palette: a term in three keys and a word, and the index.
    await page.keyboard.press("/");
    const palette = page.getByRole("dialog", { name: "Find" });
    await expect(palette.getByRole("combobox", { name: "Find in the book" })).toBeFocused();
    await page.keyboard.type("condition number");
    await expect(palette.getByRole("status")).toHaveText(/^(The first )?\d+ results?\./);
    const chosen = palette.getByRole("option", { selected: true });
    await expect(chosen).toHaveAccessibleName(/^Term Condition number/);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/glossary\/#condition-number$/);
    await expect(page.locator("#condition-number")).toBeInViewport();
    await page.keyboard.press("Tab");
    await expect.poll(() => focusProblem(page)).toBeUndefined();
    await page.keyboard.press("Control+k");
    await expect(palette.getByRole("combobox", { name: "Find in the book" })).toBeFocused();
    await page.keyboard.type("index");
    await expect(palette.getByRole("option", { name: /^Page Index/ })).toBeAttached();
    await expect(async () => {
      if (!(await chosen.textContent())?.startsWith("PageIndex"))
        await page.keyboard.press("ArrowDown");
      expect(await chosen.textContent()).toMatch(/^PageIndex/);
    }).toPass();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Index" })).toBeVisible();
  });
});
