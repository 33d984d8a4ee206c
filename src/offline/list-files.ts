import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import {
  type BookFile,
  type Edition,
  NO_PAGE,
  OFFLINE_PAGE,
  revisionOf,
  WORKER_FILE,
} from "./edition.ts";

/**
 * What a page never asks for: fonts in older formats, source maps, what is for search engines and
 * feed readers, what is to be downloaded, and the worker itself.
 */
const NOT_KEPT =
  /\.(woff|ttf|map|xml|zip|pdf|epub)$|^(robots\.txt|llms[\w-]*\.txt|\.nojekyll|CNAME)$|^cards\//;

/**
 * The edition in a folder: all that a reader can come to in it.
 * @param folder where the built book is
 */
export async function listEdition(folder: string): Promise<Edition> {
  const files: BookFile[] = [];
  for (const path of pathsIn(folder)) {
    const content = new Uint8Array(readFileSync(join(folder, path)));
    files.push({
      path: encodeURI(path),
      revision: await revisionOf(content),
      size: content.length,
    });
  }
  const id = createHash("sha256")
    .update(files.map(({ path, revision }) => `${path} ${revision}`).join("\n"))
    .digest("hex")
    .slice(0, 16);
  return { id, files, first: firstOf(folder, files) };
}

function pathsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.split(sep).join("/"))
    .filter((path) => path !== WORKER_FILE && !NOT_KEPT.test(path))
    .sort();
}

/** The page that is shown for others, and its styles. */
function firstOf(folder: string, files: readonly BookFile[]): readonly string[] {
  const html = readFileSync(join(folder, OFFLINE_PAGE), "utf8");
  const isUsed = ({ path }: BookFile) => path.endsWith(".css") && html.includes(`/${path}"`);
  return [OFFLINE_PAGE, NO_PAGE, ...files.filter(isUsed).map(({ path }) => path)];
}
