import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { parseHTML } from "linkedom";

/** Where `astro build` left the site. */
export const dist = resolve(import.meta.dirname, "../../dist");

/** A page of the built site. */
export interface Page {
  /** Path from the root of the site, such as "/momentum/". */
  readonly path: string;
  readonly html: string;
  readonly document: Document;
}

let built: readonly Page[] | undefined;

/** All pages of the built site, each parsed when it is looked into; the tests share them and change none. */
export function builtPages(): readonly Page[] {
  if (!existsSync(dist))
    throw new Error("The tests of the site need the built site: run npm run build first.");
  built ??= htmlFiles(dist).map((file) => {
    const html = readFileSync(join(dist, file), "utf8");
    let document: Document | undefined;
    return {
      path: `/${file.replace(/(^|\/)index\.html$/, "$1")}`,
      html,
      get document() {
        document ??= parseHTML(html).document as unknown as Document;
        return document;
      },
    };
  });
  return built;
}

/** Whether the site serves something at this path. */
export function served(path: string): boolean {
  const file = join(dist, decodeURI(path));
  return existsSync(file) && (statSync(file).isFile() || existsSync(join(file, "index.html")));
}

/** Size of a file of the site as gzip sends it, in bytes. */
export function compressedSize(path: string): number {
  const file = join(dist, path.endsWith("/") ? `${path}index.html` : path);
  return gzipSync(readFileSync(file), { level: 9 }).length;
}

function htmlFiles(folder: string, prefix = ""): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return htmlFiles(path, `${prefix}${name}/`);
    return name.endsWith(".html") ? [`${prefix}${name}`] : [];
  });
}
