import { chromium } from "@playwright/test";
import { resolve } from "node:path";
import { openBuiltSite } from "#src/cli/scorm/built-site.ts";
import { describeAssignment, describeChapter } from "#src/cli/scorm/described.ts";
import { launchFiles } from "#src/cli/scorm/launch-script.ts";
import { packer } from "#src/cli/scorm/packed.ts";
import { assignmentOf, questionsFor } from "../classroom/assignment-of.ts";
import { openLms } from "./lms.ts";
const site = openBuiltSite(resolve("dist"));
const launch = await launchFiles();
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium-headless-shell", args: ["--no-sandbox","--disable-gpu"] });
for (const [edition, described] of [["1.2", describeChapter(site, "momentum")], ["2004", await describeAssignment(site, { ...assignmentOf(questionsFor(["stability-limit"])), exercises: [{ id: "stability-limit", chapter: "momentum", edition: 1, points: 3, variant: { kind: "book" } }] })]] as const) {
  const lms = await openLms(edition, packer({ site, described, launch, pass: 0.6, book: undefined })(edition));
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.on("console", (m) => console.log("CONSOLE", m.type(), m.text().slice(0, 300), m.location().url));
  page.on("pageerror", (e) => console.log("ERROR", e.message));
  page.on("response", (r) => r.status() >= 400 && console.log("LOST", r.status(), r.url()));
  await page.goto(lms.address);
  const outer = page.frameLocator("iframe[title=Course]");
  const book = outer.frameLocator("iframe");
  try {
    const ex = book.locator('downhill-exercise[data-exercise="stability-limit"][data-ready]');
    const box = ex.locator("[data-part=form] input[type=text]").first();
    await box.focus({ timeout: 90000 });
    await page.keyboard.type("2*(1+b)/L");
    await page.keyboard.press("Enter");
    await ex.locator("[data-part=state]", { hasText: "solved" }).waitFor({ timeout: 60000 });
    await page.waitForTimeout(9000);
    console.log(edition, lms.commits.map(({ at }) => at - lms.commits[0]!.at));
    console.log(JSON.stringify(lms.commits.at(-1)).slice(0, 2600));
    for (const id of ["standing", "kept", "notes"]) console.log(id, await outer.locator(`#${id}`).textContent());
  } catch (error) { console.log(String(error).slice(0, 600)); }
  await page.screenshot({ path: `/tmp/h7/scorm-out/${edition}-lms.png` });
  await page.close();
  const direct = await context.newPage();
  for (const [width, scheme] of [[1280, "light"], [390, "dark"]] as const) {
    await direct.setViewportSize({ width, height: 800 });
    await direct.emulateMedia({ colorScheme: scheme });
    await direct.goto(`${lms.address}course/41/a folder/index.html`);
    await direct.frameLocator("iframe").locator("downhill-exercise[data-ready]").first().waitFor({ timeout: 60000 }).catch((e) => console.log(String(e).slice(0, 200)));
    await direct.screenshot({ path: `/tmp/h7/scorm-out/${edition}-${width}.png` });
    await direct.getByRole("button", { name: "Learning record" }).click();
    await direct.screenshot({ path: `/tmp/h7/scorm-out/${edition}-${width}-record.png` });
  }
  await context.close();
  await lms.close();
}
await browser.close();
