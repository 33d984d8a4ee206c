import { violations } from "./accessibility.ts";
import { expect, sidewaysScroll, test } from "./quiet.ts";

test("the palette finds and does by keyboard, also once the network is gone", async ({
  page,
  context,
}) => {
  // Else the book would begin to be kept just when the network is gone.
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
  await page.goto("momentum/");
  await page.keyboard.press("/");
  const palette = page.getByRole("dialog", { name: "Find" });
  const box = palette.getByRole("combobox", { name: "Find in the book" });
  await expect(box).toBeFocused();
  const options = palette.getByRole("option");
  await expect(options.first()).toHaveText(/Ravines again/);
  await expect(palette.getByRole("group", { name: "Chapters" }).getByRole("option")).toHaveCount(
    16,
  );
  await expect(palette.getByRole("option", { name: "Run all cells" })).toBeVisible();

  // With the texts, which come after the names.
  await box.fill("bowl of syrup");
  await expect(palette.getByRole("status")).toHaveText(/\d+ results?\.$/);
  await expect(options.first()).toContainText("A ball with drag");
  await expect(options.first().locator("mark").last()).toHaveText("syrup");
  // What a page fetches by itself has come.
  await page.locator("html[data-whole][data-explains]").waitFor();
  await page.evaluate(() => document.fonts.ready);
  await context.setOffline(true);

  await box.fill("β₂");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await expect(options.first()).toHaveAttribute("href", /\/notation\/#second-retention$/);
  await expect(options.first()).toHaveAccessibleName(/^Symbol β₂ – how much of/);
  await page.keyboard.press("End");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(box).toHaveAttribute("aria-activedescendant", "find-list-1");
  await expect(box).toBeFocused();

  await context.setOffline(false);

  // A place on this page is gone to, and the dialog is away.
  await box.fill("the phase diagram");
  await page.keyboard.press("Enter");
  await expect(palette).toBeHidden();
  await expect(page).toHaveURL(/#the-phase-diagram$/);
  await expect(page.getByRole("heading", { name: "The phase diagram" })).toBeInViewport();

  await page.keyboard.press("Control+k");
  await box.fill("next chap");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/nesterov\/$/);
});

test("what is typed while the palette is on its way is looked for", async ({ page }) => {
  let send = () => {};
  const sent = new Promise<void>((resolve) => {
    send = resolve;
  });
  await page.route(/\/palette\.[^/]*\.js$/, async (route) => {
    await sent;
    await route.continue();
  });
  await page.goto("notation/");
  const asked = page.waitForRequest(/\/palette\./);
  await page.keyboard.press("/");
  await asked;
  await page.keyboard.type("momentumx");
  await page.keyboard.press("Backspace");
  send();
  const palette = page.getByRole("dialog", { name: "Find" });
  const box = palette.getByRole("combobox", { name: "Find in the book" });
  await expect(box).toHaveValue("momentum");
  await expect(box).toBeFocused();
  await page.keyboard.type(" step");
  await expect(box).toHaveValue("momentum step");
  await expect(palette.getByRole("option").first()).toContainText(/momentum/i);
});

test("the keys stay letters where one types, and can be turned off; their map says them all", async ({
  page,
}) => {
  await page.goto("notation/");
  await page.keyboard.press("?");
  const map = page.getByRole("dialog", { name: "Keyboard map" });
  await expect(map).toContainText("leaves the editor");
  await map.getByRole("checkbox").press("Space");
  await page.keyboard.press("Escape");
  await expect(map).toBeHidden();
  await page.keyboard.press("/");
  await page.keyboard.press("?");
  await expect(page.locator("dialog[open]")).toHaveCount(0);

  await page.goto("find/?q=kappa");
  const box = page.getByRole("searchbox", { name: "Find in the book" });
  await expect(box).toHaveValue("kappa");
  await expect(page.locator(".find-results li").first()).toContainText("κ");
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Find" }).getByRole("combobox").fill("keyboard map");
  await page.keyboard.press("Enter");
  await map.getByRole("checkbox").press("Space");
  await page.keyboard.press("Escape");

  await box.fill("");
  await box.pressSequentially("/?");
  await expect(box).toHaveValue("/?");
  await expect(page).toHaveURL(/\?q=%2F%3F$/);
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  await expect(page.locator(".find-page [data-part=index]")).toBeHidden();
});

test("the palette, the keyboard map and the index are accessible, and fit a phone", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("find/");
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: "Find", exact: false }).first().click();
  const palette = page.getByRole("dialog", { name: "Find" });
  await palette.getByRole("combobox").fill("condition number");
  await expect(palette.getByRole("status")).toHaveText(/\d+ results?\.$/);
  expect(await violations(page, [".find-dialog[open]"])).toEqual([]);
  await palette.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard map" })).toBeVisible();
  expect(await violations(page, [".find-dialog[open]"])).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the link in the masthead leads to the index", async ({ page }) => {
    await page.goto("adam/");
    await page.locator('.masthead a[href$="/find/"]').click();
    await expect(page.getByRole("heading", { level: 1, name: "Index" })).toBeVisible();
    await page.getByRole("link", { name: "Exercise 6.2" }).click();
    await expect(page.locator("#exercise-next-steps")).toBeInViewport();
  });
});
