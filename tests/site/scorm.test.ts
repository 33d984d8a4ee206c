import { resolve } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { quotedPaths } from "#src/cli/scorm/addresses.ts";
import { openBuiltSite } from "#src/cli/scorm/built-site.ts";
import { describeAssignment, describeChapter } from "#src/cli/scorm/described.ts";
import { packer } from "#src/cli/scorm/packed.ts";
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

const filesOf = (what: keyof typeof described, edition: "1.2" | "2004" = "1.2", book?: string) =>
  unzipSync(packer({ site, described: described[what], launch, pass: 0.6, book })(edition));
const read = (files: Readonly<Record<string, Uint8Array>>, path: string) =>
  strFromU8(files[path] ?? new Uint8Array());
const told = (files: Readonly<Record<string, Uint8Array>>) =>
  JSON.parse(
    parseHTML(read(files, "index.html")).document.getElementById("package")?.textContent ?? "",
  ) as LmsPackage;

describe.each(["a chapter", "an assignment"] as const)("the package of %s", (what) => {
  const files = filesOf(what);
  const paths = Object.keys(files);

  it.each(SCORM_EDITIONS)("lists exactly its files in the manifest for SCORM %s", (edition) => {
    const packed = filesOf(what, edition);
    const hrefs = [...read(packed, "imsmanifest.xml").matchAll(/<file href="([^"]+)"/g)];
    const listed = hrefs.map(([, href]) => decodeURI(href ?? ""));
    expect([...listed, "imsmanifest.xml"].sort()).toEqual(Object.keys(packed).sort());
    expect(new Set(listed).size).toBe(listed.length);
  });

  it("names nothing from the root of a server", () => {
    const absolute = paths
      .filter((path) => /\.(html|css|js|json)$/.test(path))
      .flatMap((path) =>
        quotedPaths(read(files, path))
          .filter((quoted) => /^\/[^/]/.test(quoted))
          .filter((quoted) => {
            const [name = ""] = quoted.slice(1).split(/[?#]/);
            return site.has(name) || site.has(`${name}index.html`);
          })
          .map((quoted) => `${path}: ${quoted}`),
      );
    expect(absolute).toEqual([]);
    const scripts = paths.filter((path) => path.endsWith(".js")).map((path) => read(files, path));
    const loaders = scripts.filter((text) => text.includes("modulepreload"));
    expect(loaders.length).toBeGreaterThan(0);
    for (const loader of loaders) {
      expect(loader).toMatch(/return\s*.\.\.\/.\s*\+/);
      expect(loader).not.toMatch(/return\s*(["'`])\/\1\s*\+/);
    }
  });

  it("has every file that its pages and scripts name", () => {
    const missing = paths
      .filter((path) => /\.(html|css|js)$/.test(path))
      .flatMap((path) =>
        quotedPaths(read(files, path))
          .filter((quoted) => /^(\.\.\/)?_astro\/[\w.-]+\.\w+$/.test(quoted))
          .map((quoted) => quoted.replace("../", ""))
          .filter((name) => !(name in files))
          .map((name) => `${path}: ${name}`),
      );
    expect(missing).toEqual([]);
    const sites = paths.filter((path) => path.endsWith(".js"));
    expect(sites.length).toBeGreaterThan(20);
  });

  it("holds one page of the book, and the launch page that leads to it", () => {
    const pages = paths.filter((path) => path.endsWith(".html"));
    const { page } = told(files);
    expect(pages.sort()).toEqual(["elsewhere.html", "index.html", page.split("#")[0]].sort());
    expect(read(files, page.split("#")[0] ?? "")).not.toContain('rel="canonical"');
  });

  it("is the same whenever it is made", () => {
    expect(filesOf(what)).toEqual(files);
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
  const links = (book?: string) =>
    [
      ...parseHTML(
        read(filesOf("a chapter", "1.2", book), "momentum/index.html"),
      ).document.querySelectorAll("a[href]"),
    ].map((link) => link.getAttribute("href") ?? "");

  it("leads to the published book", () => {
    expect(links("https://example.org/book/")).toEqual(
      expect.arrayContaining(["https://example.org/book/", "https://example.org/book/my-work/"]),
    );
  });

  it("leads to words where nobody has said where the book is", () => {
    const hrefs = links();
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
