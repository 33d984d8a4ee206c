import { expect, test } from "./quiet.ts";
import { live } from "./widget-page.ts";

test("the arena starts everybody where it is pressed, and keeps the race in the address", async ({
  page,
}) => {
  const arena = await live(page, "choosing/", "arena");
  await expect(arena.locator(".widget-summary")).toContainText("Adam 56 steps");
  await arena.getByLabel("tuned, another start").check({ force: true });
  await expect(arena.locator(".widget-summary")).toContainText(
    "from (−1, 2), each at the rate tuned from the usual start",
  );
  await expect(arena.locator(".widget-summary")).toContainText("Nesterov 30 steps");
  await expect.poll(() => page.url()).toContain("?arena=x:-1,y:2");
  const plane = arena.locator(".plot").first();
  const box = await plane.boundingBox();
  if (box === null) throw new Error("the plane is not on the page");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(arena.locator(".widget-summary")).not.toContainText("from (−1, 2)");
});
