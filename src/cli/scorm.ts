/**
 * `npm run scorm -- CHAPTER` or `-- ASSIGNMENT.json`: packs a chapter of the built book, or an
 * assignment, for an LMS; once for SCORM 1.2 and once for SCORM 2004.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { SCORM_EDITIONS } from "#src/lms/lms-package.ts";
import { assignmentIn } from "./assignment-in.ts";
import { fromCaller } from "./called-from.ts";
import { type BuiltSite, openBuiltSite } from "./scorm/built-site.ts";
import { type Described, describeAssignment, describeChapter } from "./scorm/described.ts";
import { launchFiles } from "./scorm/launch-script.ts";
import { readOptions, USAGE } from "./scorm/options.ts";
import { packer, zipped } from "./scorm/packed.ts";
import { publishedAt } from "./scorm/published.ts";

try {
  await main();
} catch (error) {
  console.error(`scorm: ${error instanceof Error ? error.message : error}\n${USAGE}`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { what, out, pass } = readOptions(process.argv.slice(2));
  const site = openBuiltSite(resolve(process.env["DOWNHILL_OUT"] ?? "dist"));
  const described = await find(site, what);
  const book = publishedAt(process.env["DOWNHILL_SITE"], site.base);
  const pack = packer({ site, described, launch: await launchFiles(), pass, book });
  const folder = fromCaller(out);
  mkdirSync(folder, { recursive: true });
  for (const edition of SCORM_EDITIONS) {
    const file = join(folder, `${described.about.id}-scorm-${edition}.zip`);
    const bytes = zipped(pack(edition));
    writeFileSync(file, bytes);
    console.log(`Written: ${file} (${(bytes.length / 1e6).toFixed(1)} MB)`);
  }
  const { exercises, title } = described.about;
  console.log(
    `“${title}”, ${exercises.length} exercises; passed from ${Math.round(100 * pass)}% of the points.`,
  );
  console.log(
    book === undefined
      ? "Links to other pages of the book say so in words. Set DOWNHILL_SITE to where the book is published, and they lead there."
      : `Links to other pages of the book lead to ${book}.`,
  );
}

async function find(site: BuiltSite, what: string): Promise<Described> {
  if (!what.endsWith(".json")) return describeChapter(site, what);
  return describeAssignment(site, assignmentIn(fromCaller(what), what));
}
