import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type Edition, fileAt, revisionOf } from "#src/offline/edition.ts";
import { builtPages, dist } from "./pages.ts";

const script = readFileSync(join(dist, "offline.js"), "utf8");
const edition = JSON.parse(/^const EDITION = (.*);$/m.exec(script)?.[1] ?? "{}") as Edition;
const listed = new Set(edition.files.map(({ path }) => path));
const pages = builtPages();

/** What is sent when the whole book is kept: little beside one video, and no more than that. */
const MOST_SENT = 12_000_000;

describe("what is kept for reading offline", () => {
  it("is what the build has made, as it has made it", async () => {
    for (const { path, revision, size } of edition.files) {
      const content = new Uint8Array(readFileSync(join(dist, decodeURI(path))));
      expect([path, await revisionOf(content), content.length]).toEqual([path, revision, size]);
    }
  });

  it("has every page, and all that a page names of the book", () => {
    const missing = pages.flatMap(({ path, document }) => {
      const named = [...document.querySelectorAll("*")].flatMap((element) =>
        [...element.attributes]
          .filter(({ name }) => /^(src|href|component-url|renderer-url|data-(?!needs))/.test(name))
          .map(({ value }) => value.replace(/[?#].*/, "")),
      );
      return [path, ...named]
        .filter((address) => /^\/[\w.@~/-]+$/.test(address))
        .map((address) => fileAt(address.slice(1)))
        .filter((file) => existsSync(join(dist, file)) && statSync(join(dist, file)).isFile())
        .filter((file) => !listed.has(file) && !/\.(xml|png|webp|zip|pdf)$|^llms/.test(file));
    });
    expect([...new Set(missing)]).toEqual([]);
    expect(pages.every(({ path }) => listed.has(fileAt(path.slice(1))))).toBe(true);
  });

  it("has the fonts of the styles in one format, and no source maps", () => {
    const fonts = [...listed].filter((path) => /\.(woff2?|ttf|otf)$/.test(path));
    expect(fonts.length).toBeGreaterThan(10);
    expect(fonts.filter((path) => !path.endsWith(".woff2"))).toEqual([]);
    expect([...listed].filter((path) => path.endsWith(".map"))).toEqual([]);
  });

  it("is less than 12 MB to send", () => {
    const sent = edition.files.reduce((sum, { path }) => {
      const content = readFileSync(join(dist, decodeURI(path)));
      return (
        sum + (/\.woff2$/.test(path) ? content.length : gzipSync(content, { level: 6 }).length)
      );
    }, 0);
    expect(sent).toBeLessThan(MOST_SENT);
  });

  it("begins with the page for what is not kept, and its styles", () => {
    expect(edition.first).toContain("offline/index.html");
    expect(edition.first.some((path) => path.endsWith(".css"))).toBe(true);
    expect(edition.first.filter((path) => !listed.has(path))).toEqual([]);
  });
});

describe("the book as an application", () => {
  it("names itself, begins at its contents, and has the icons that it names", () => {
    const manifest = JSON.parse(readFileSync(join(dist, "book.webmanifest"), "utf8"));
    expect(manifest).toMatchObject({ short_name: "Downhill", start_url: "./", scope: "./" });
    expect(manifest.icons.map(({ purpose }: { purpose: string }) => purpose)).toEqual([
      "any",
      "maskable",
    ]);
    for (const { src } of manifest.icons) expect(existsSync(join(dist, src))).toBe(true);
  });
});
