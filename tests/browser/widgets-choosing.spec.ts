import { expect, test } from "./quiet.ts";
import { live } from "./widget-page.ts";

test.use({ of: ".widget" });

test("the arena starts everybody where it is pressed, and keeps the race in the address", async ({
  page,
}) => {
  const arena = await live(page, "choosing/", "arena");
  await expect(arena.locator(".widget-summary")).toContainText("Adam 56 steps");
  await arena.getByLabel("tuned, another start").press("Space");
  await expect(arena.locator(".widget-summary")).toContainText(
    "from (−1, 2), each at the rate tuned from the usual start",
  );
  await expect(arena.locator(".widget-summary")).toContainText("Nesterov 30 steps");
  await expect.poll(() => page.url()).toContain("?arena=x:-1,y:2");
  await arena
    .locator(".plot")
    .first()
    .click({ position: { x: 200, y: 150 } });
  await expect(arena.locator(".widget-summary")).not.toContainText("from (−1, 2)");
});
