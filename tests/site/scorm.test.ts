import { resolve } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { openBuiltSite } from "#src/cli/scorm/built-site.ts";
import { describeAssignment, describeChapter } from "#src/cli/scorm/described.ts";
import { packer, zipped } from "#src/cli/scorm/packed.ts";
import { type LmsPackage, SCORM_EDITIONS } from "#src/lms/lms-package.ts";
import { unpack } from "#src/sharing/packed.ts";
import { assignmentOf, questionsFor } from "../classroom/assignment-of.ts";
import { dist } from "./pages.ts";

const site = openBuiltSite(dist);
const assignment = assignmentOf(questionsFor(["heavy-ball", "next-steps"]));
const launch = { "lms/launch.js": "", "lms/launch.css": "" };
const described = {
  "a chapter": describeChapter(site, "momentum"),
  "an assignment": await describeAssignment(site, assignment),
};

const packerOf = (what: keyof typeof described, book?: string) =>
  packer({ site, described: described[what], launch, pass: 0.6, book });
const packers = {
  "a chapter": packerOf("a chapter"),
  "an assignment": packerOf("an assignment"),
};
const filesOf = (what: keyof typeof described, edition: "1.2" | "2004" = "1.2") =>
  packers[what](edition);
const read = (files: Readonly<Record<string, Uint8Array>>, path: string) =>
  strFromU8(files[path] ?? new Uint8Array());
const told = (files: Readonly<Record<string, Uint8Array>>) =>
  JSON.parse(
    parseHTML(read(files, "index.html")).document.getElementById("package")?.textContent ?? "",
  ) as LmsPackage;

describe.each(["a chapter", "an assignment"] as const)("the package of %s", (what) => {
  const files = filesOf(what);
  const paths = Object.keys(files);
  const texts = paths.filter((path) => /\.(html|css|js)$/.test(path));

  it.each(SCORM_EDITIONS)("lists exactly its files in the manifest for SCORM %s", (edition) => {
    const packed = filesOf(what, edition);
    const hrefs = [...read(packed, "imsmanifest.xml").matchAll(/<file href="([^"]+)"/g)];
    const listed = hrefs.map(([, href]) => decodeURI(href ?? ""));
    expect([...listed, "imsmanifest.xml"].sort()).toEqual(Object.keys(packed).sort());
    expect(new Set(listed).size).toBe(listed.length);
  });

  it("names nothing from the root of a server", () => {
    const ofServer = /["'`(]\/_astro\/|(?:href|src|data-[\w-]+)="\/[^/]/;
    const absolute = texts.filter((path) => ofServer.test(read(files, path)));
    expect(absolute).toEqual([]);
    const scripts = texts.filter((path) => path.endsWith(".js")).map((path) => read(files, path));
    const loaders = scripts.filter((text) => /supports\(.modulepreload.\)/.test(text));
    expect(loaders.map((text) => /return\s*(["'`])\.\.\/\1\s*\+/.test(text))).toEqual([true]);
    const found = scripts.filter((text) => /(["'`])\.\.\/\1\.replace\(\/\\\/\$\//.test(text));
    expect(found).toHaveLength(1);
  });

  it("has every file that its pages and scripts name", () => {
    const named = texts.flatMap((path) =>
      [...read(files, path).matchAll(/_astro\/[\w.-]+\.(?:js|css|json|woff2|woff|ttf)\b/g)].map(
        ([name]) => name,
      ),
    );
    expect(named.length).toBeGreaterThan(100);
    expect(read(files, "lms/launch.css").match(/url\(\.\.\/_astro\//g)).toHaveLength(2);
    expect([...new Set(named)].filter((name) => !(name in files))).toEqual([]);
  });

  it("holds one page of the book, and the launch page that leads to it", () => {
    const pages = paths.filter((path) => path.endsWith(".html"));
    const { page } = told(files);
    expect(pages.sort()).toEqual(["elsewhere.html", "index.html", page.split("#")[0]].sort());
    expect(read(files, page.split("#")[0] ?? "")).not.toContain('rel="canonical"');
  });

  it("is an archive that holds these files, the same whenever it is made", () => {
    const names = ["imsmanifest.xml", "index.html", "lms/launch.css"] as const;
    const few = Object.fromEntries(names.map((name) => [name, files[name] ?? new Uint8Array()]));
    const archive = zipped(few);
    const opened = unzipSync(archive);
    expect(names.map((name) => strFromU8(opened[name] ?? new Uint8Array()))).toEqual(
      names.map((name) => read(files, name)),
    );
    expect(Buffer.from(zipped(few)).equals(archive)).toBe(true);
  });
});

describe("what a launch page is told", () => {
  it("is each exercise of a chapter, with its title as text", () => {
    const { exercises, scope, title } = told(filesOf("a chapter"));
    expect([scope, title, exercises.length]).toEqual(["momentum", "Momentum", 11]);
    expect(exercises).toContainEqual({
      id: "heavy-ball",
      title: "One step of momentum",
      kind: "code",
      points: 1,
    });
  });

  it("is an assignment, and its link", async () => {
    const { page, scope, exercises } = told(filesOf("an assignment"));
    expect(scope).toBe(`assignment.${assignment.id}`);
    expect(exercises.map(({ id, points }) => [id, points])).toEqual(
      assignment.exercises.map(({ id, points }) => [id, points]),
    );
    expect(await unpack(page.split("#a=")[1] ?? "")).toEqual({ data: assignment });
  });
});

describe("what is not in a package", () => {
  const links = (files: Readonly<Record<string, Uint8Array>>) =>
    [...parseHTML(read(files, "momentum/index.html")).document.querySelectorAll("a[href]")].map(
      (link) => link.getAttribute("href") ?? "",
    );

  it("leads to the published book", () => {
    const files = packerOf("a chapter", "https://example.org/book/")("1.2");
    expect(links(files)).toEqual(
      expect.arrayContaining(["https://example.org/book/", "https://example.org/book/my-work/"]),
    );
  });

  it("leads to words where nobody has said where the book is", () => {
    const hrefs = links(filesOf("a chapter"));
    expect(hrefs).toContain("../elsewhere.html");
    expect(hrefs.filter((href) => href.startsWith("/"))).toEqual([]);
  });
});

describe("a package that cannot be made", () => {
  it("says that there is no such chapter, exercise or book", async () => {
    expect(() => describeChapter(site, "moment")).toThrow(
      "the built book has no chapter “moment”. Name one by its address, such as momentum, or the file of an assignment.",
    );
    const [first] = assignment.exercises;
    if (!first) throw new Error("the assignment has no exercise");
    const lost = { ...assignment, exercises: [{ ...first, id: "heavy-bal" }] };
    await expect(describeAssignment(site, lost)).rejects.toThrow(
      /^the built book has no exercise “heavy-bal” in a chapter “momentum”\./,
    );
    expect(() => openBuiltSite(resolve(dist, "_astro"))).toThrow(
      /^the book is not built: .* Run npm run build\.$/,
    );
  });
});
