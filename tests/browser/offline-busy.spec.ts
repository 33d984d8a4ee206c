import { copy, line, test, WHOLE_BOOK } from "./edition-page.ts";
import { built } from "./edition-server.ts";
import { expect } from "./quiet.ts";

test("a new edition is opened also while the worker of the one before is busy", async ({
  page,
  host,
}) => {
  test.setTimeout(400_000);
  await page.goto(`${host.root}ewa/`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, WHOLE_BOOK);
  host.hold("never/index.html");
  await page.evaluate((address) => void fetch(address), `${host.root}never/`);
  await expect.poll(() => host.asked).toContain("never/index.html");
  await host.publish(
    { "ewa/index.html": built("ewa/index.html").replace("<h1", '<h1 data-edition="next"') },
    [],
  );
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await line(page).getByRole("button", { name: "Reload" }).click(WHOLE_BOOK);
  await expect(line(page)).toHaveText("The new edition is being opened.");
  await expect(page.locator("h1")).toHaveAttribute("data-edition", "next", WHOLE_BOOK);
  await page.goto(`${host.root}my-work/`);
  await expect(copy(page)).toContainText("The whole book is kept on this device", WHOLE_BOOK);
});
