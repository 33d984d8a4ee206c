import { expect, type Page } from "@playwright/test";
import type { Assignment } from "#src/classroom/assignment.ts";

/** A file as a test hands it to a field of the page. */
export interface TestFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Opens the teacher's table with an assignment. */
export async function openTable(page: Page, assignment: Assignment): Promise<void> {
  await page.goto("teach/table/");
  await page
    .locator("[data-part=assignment-file]")
    .setInputFiles(asFile("a.json", JSON.stringify(assignment)));
  await expect(page.locator("[data-part=opened]")).toContainText(assignment.title);
}

/** Hands files in, and waits until all of them are graded. */
export async function handIn(page: Page, files: readonly TestFile[]): Promise<void> {
  await page
    .locator("[data-part=files]")
    .setInputFiles(files.map(({ name, bytes }) => asFile(name, bytes)));
  await expect(page.locator("[data-part=status]")).toHaveText(/^\d+ files? graded\./, {
    timeout: 240_000,
  });
}

export const asFile = (name: string, content: string | Uint8Array) => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(content),
});

/** The points in the table as they stand there: by the student's name or number, a text each. */
export async function tableOf(page: Page): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await page.locator(".class-students tbody tr").evaluateAll((all) =>
    all.map((row) => ({
      key: row.querySelector("th small")?.textContent ?? row.querySelector("th")?.textContent ?? "",
      total: row.querySelector(".class-total")?.textContent ?? "",
      points: [...row.querySelectorAll(".class-cell")].map((cell) => cell.textContent ?? ""),
    })),
  );
  return new Map(rows.map(({ key, total, points }) => [key, [...points, total]]));
}
