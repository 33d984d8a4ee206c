import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { openBuiltSite } from "#src/cli/scorm/built-site.ts";
import { describeAssignment } from "#src/cli/scorm/described.ts";
import { launchFiles } from "#src/cli/scorm/launch-script.ts";
import { packer } from "#src/cli/scorm/packed.ts";
import { assignmentOf, questionsFor } from "../classroom/assignment-of.ts";
import { type Lms, openLms, PACKAGE_FOLDER } from "./lms.ts";
import { expect, loudTest, test } from "./quiet.ts";
import { openRecordStore, type RecordStore } from "./record-store.ts";

// A package opened by a launcher that names a store of learning records.

const EXERCISE = "stability-limit";
const actor = { objectType: "Agent", name: "Ada", mbox: "mailto:ada@example.org" };
const registration = "0a1b2c3d-0000-4000-8000-000000000000";

let lms: Lms;
let store: RecordStore;

test.beforeAll(async () => {
  const site = openBuiltSite(resolve(import.meta.dirname, "../../dist"));
  const described = await describeAssignment(site, {
    ...assignmentOf(questionsFor([EXERCISE])),
    exercises: [
      { id: EXERCISE, chapter: "momentum", edition: 1, points: 3, variant: { kind: "book" } },
    ],
  });
  const pack = packer({ site, described, launch: await launchFiles(), pass: 0.6, book: undefined });
  lms = await openLms("2004", pack("2004"));
});
test.afterAll(() => lms.close());
test.beforeEach(async () => {
  store = await openRecordStore();
});
test.afterEach(() => store.close());

/** The launch page, by itself: a launcher of xAPI opens it without an LMS around it. */
const launched = () =>
  `${lms.address.replace(/\/$/, "")}${encodeURI(PACKAGE_FOLDER)}index.html?${new URLSearchParams({
    endpoint: store.endpoint,
    auth: "Basic YTpi",
    actor: JSON.stringify(actor),
    registration,
  })}`;

/** Answers the exercise wrongly, then rightly. */
async function answerTwice(page: Page) {
  const book = page.frameLocator("iframe");
  await book.getByLabel("Your name").fill("Ada");
  await book.getByRole("button", { name: "Begin" }).click();
  const exercise = book.locator(`downhill-exercise[data-exercise="${EXERCISE}"][data-ready]`);
  const box = exercise.locator("[data-part=form] input[type=text]").first();
  await box.fill("2/L");
  await box.press("Enter");
  await expect(exercise.locator("[data-part=state]")).toHaveText("tried");
  await box.fill("2*(1+b)/L");
  await box.press("Enter");
  await expect(exercise.locator("[data-part=state]")).toHaveText("✓ solved");
  await expect(page.locator("#standing")).toHaveText("1 of 1 answered, 1 solved");
}

async function openPanel(page: Page) {
  await page.getByRole("button", { name: "Learning record" }).press("Enter");
  const send = page.getByRole("button", { name: `Send to ${new URL(store.endpoint).host}` });
  return { send, said: page.locator("#record-said") };
}

test("records are sent when that is asked for, in their order, and kept once however often", async ({
  page,
}) => {
  await page.goto(launched());
  await answerTwice(page);
  const first = await openPanel(page);
  await expect(page.getByLabel("Your e-mail address or account")).toBeHidden();
  expect(store.posted).toEqual([]);
  await first.send.press("Enter");
  await expect(first.said).toHaveText("4 statements sent.");

  const [request] = store.posted;
  expect(request).toMatchObject({
    path: "/xapi/statements",
    authorization: "Basic YTpi",
    version: "1.0.3",
  });
  const sent = request?.statements ?? [];
  expect(sent.map(({ verb, result }) => [verb.display["en"], result.success])).toEqual([
    ["answered", false],
    ["answered", true],
    ["completed", undefined],
    ["passed", true],
  ]);
  const times = sent.map(({ timestamp }) => timestamp);
  expect(times).toEqual([...times].sort());
  expect(new Set(sent.map(({ id }) => id)).size).toBe(4);
  for (const one of sent) {
    expect(one.actor).toEqual(actor);
    expect(one.context.registration).toBe(registration);
  }

  // Asked again, and again after a new visit, for which the store would refuse other words.
  await first.send.press("Enter");
  await expect.poll(() => store.posted.length).toBe(2);
  await page.reload();
  await expect(page.locator("#standing")).toHaveText("1 of 1 answered, 1 solved");
  const second = await openPanel(page);
  await second.send.press("Enter");
  await expect(second.said).toHaveText("4 statements sent.");
  expect(store.posted).toHaveLength(3);
  expect([...store.kept.values()]).toEqual(sent);
});

// The browser itself says on the console what a server refuses.
loudTest("what stands in the way of sending is said, and nothing is lost", async ({ page }) => {
  await page.goto(launched());
  await answerTwice(page);
  const { send, said } = await openPanel(page);
  const host = new URL(store.endpoint).host;
  for (const [status, words] of [
    [401, `${host} refused the records (401 Unauthorized).`],
    [500, `${host} refused the records (500 Internal Server Error).`],
  ] as const) {
    store.refuseNext(status);
    await send.press("Enter");
    await expect(said).toContainText(words);
    await expect(said).toContainText("Nothing is lost; save the");
    expect(store.kept.size).toBe(0);
  }
  await page.context().setOffline(true);
  await send.press("Enter");
  await expect(said).toContainText(`${host} could not be reached (Failed to fetch).`);
  await page.context().setOffline(false);

  await send.press("Enter");
  await expect(said).toHaveText("4 statements sent.");
  expect(store.kept.size).toBe(4);
  const ids = store.posted.map(({ statements }) => statements.map(({ id }) => id));
  expect(new Set(ids.map(String)).size).toBe(1);
});

test("a launch that lacks something says so, and offers no sending", async ({ page }) => {
  await page.goto(launched().replace(/&auth=[^&]*/, ""));
  await page.getByRole("button", { name: "Learning record" }).press("Enter");
  await expect(page.locator("#record-said")).toHaveText(
    "This page was opened with a learning record store, and without leave to send. Records can be saved as a file.",
  );
  await expect(page.locator("#send-record")).toBeHidden();
});
