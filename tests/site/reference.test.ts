import { readFileSync } from "node:fs";
import { methodCards } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { methodRun } from "#components/reference/method-run.ts";
import { runListing } from "#components/reference/run-listing.ts";
import { printed } from "#src/course/docstring-html.ts";
import { callOf, folders, optionsOfFunction } from "#src/course/package-docs.ts";
import { builtPages, compressedSize } from "./pages.ts";

const PACKAGE = new URL("../../src/optim/", import.meta.url);
const pages = builtPages();
const reference = pages.filter(({ path }) => path.startsWith("/reference/"));
const page = (path: string) => pages.find((one) => one.path === path)!;

describe("the reference", () => {
  it("has a page for every method, folder and name", () => {
    expect(reference.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        "/reference/",
        "/reference/api/",
        "/reference/api/core/",
        "/reference/api/problems/",
        ...methodCards.map(({ id }) => `/reference/${id}/`),
      ]),
    );
  });

  it("begins with the program of the package's README", () => {
    const readme = readFileSync(new URL("README.md", PACKAGE), "utf8");
    const program = page("/reference/").document.querySelector("pre")?.textContent ?? "";
    expect(program).toMatch(/^import \{ .* \} from "@downhill\/optim";\n/);
    expect(readme.split("```")[1]).toBe(`ts\n${program}\n`);
  });

  it("is one link away from every page", () => {
    for (const { document } of pages)
      expect(document.querySelector('.masthead a[href="/reference/"]')).not.toBeNull();
  });

  it("lists every method and leads to it", () => {
    const { document } = page("/reference/");
    for (const { id, title } of methodCards) {
      const link = document.querySelector(`a[href="/reference/${id}/"]`);
      expect(link?.textContent?.trim()).toBe(printed(title));
      expect(link?.nextElementSibling?.textContent?.trim()).toMatch(/\S+ \S+/);
    }
  });
});

it.each([
  ["momentum", "/momentum/#a-ball-with-drag"],
  ["nesterov", "/nesterov/"],
  ["adagrad", "/adagrad/#from-one-rate-to-one-for-each"],
])("page of %s leads to the chapter that teaches it", (id, address) => {
  const links = [...page(`/reference/${id}/`).document.querySelectorAll("article a")];
  expect(links.map((link) => link.getAttribute("href"))).toContain(address);
});

describe("methods and chapters", () => {
  const taught = methodCards.flatMap(({ id }) => {
    const aside = [...page(`/reference/${id}/`).document.querySelectorAll(".docs > .aside")];
    const told = aside.find(({ textContent }) => textContent?.trim().startsWith("Taught in"));
    const chapter = told?.querySelector("a")?.getAttribute("href")?.replace(/#.*/, "");
    return chapter ? [[id, chapter] as const] : [];
  });

  it.each(taught)("the page of %s is one link away from %s", (id, chapter) => {
    const { document } = page(chapter);
    expect(document.querySelector(`main a[href$="/reference/${id}/"]`)).not.toBeNull();
  });
});

describe.each(methodCards.map((card) => [card.id, card] as const))("page of %s", (id, card) => {
  const { document } = page(`/reference/${id}/`);
  const text = document.querySelector("main")?.textContent ?? "";

  it("shows the program of the figure, from its import on", () => {
    expect(document.querySelector("#use ~ pre")?.textContent).toBe(
      runListing(card, methodRun(card)).trimEnd(),
    );
  });

  it("has every option in one table, with its default and its value in the figure", () => {
    const call = callOf(card);
    const options = optionsOfFunction(call.name);
    const rows = [...document.querySelectorAll(".options tbody tr")];
    expect(rows.map((row) => row.querySelector("code")?.textContent).sort()).toEqual(
      options.map(({ name }) => name).sort(),
    );
    for (const option of options) {
      const row = document.querySelector(`#option-${option.name}`)!;
      const cell = (label: string) =>
        row.querySelector(`[data-label="${label}"]`)?.textContent?.trim();
      const { code = "", words } = option.default ?? { words: "required" };
      const stated = cell("Default") ?? "";
      expect(stated.slice(0, code.length)).toBe(code);
      expect(stated.length > code.length).toBe(words !== "");
      expect(cell("In the figure") ?? "").toBe(call.options.get(option.name) ?? "");
    }
    const symbols = card.parameters.filter(({ name }) => options.some((one) => one.name === name));
    expect(document.querySelectorAll(".options th .katex")).toHaveLength(symbols.length);
  });

  it("shows a drawn run, the source and where the method comes from", () => {
    const drawings = [...document.querySelectorAll(".method-figure [role=img]")];
    expect(drawings).toHaveLength(2);
    for (const drawing of drawings) {
      expect(drawing.getAttribute("aria-label")?.length).toBeGreaterThan(30);
      expect(drawing.innerHTML).toMatch(/<path [^>]*d="M/);
      expect(drawing.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
    }
    expect(text).toContain(card.source.split(";")[0]);
    expect(document.querySelector("details .code")?.textContent).toContain(
      `export const ${id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Card: Card`,
    );
  });
});

describe.each(folders.map((folder) => [folder.id, folder] as const))("page of %s", (id, folder) => {
  it("shows an import that the package can do, once", async () => {
    const { document } = page(`/reference/api/${id}/`);
    const imports = [...document.querySelectorAll(".docs > pre")].map(
      ({ textContent }) => /^import \{ (.*) \} from "(.*)";$/.exec(textContent ?? "") ?? [],
    );
    expect(imports.map(([, , entry]) => entry)).toEqual([folder.entry]);
    const { exports } = JSON.parse(readFileSync(new URL("package.json", PACKAGE), "utf8"));
    const path = exports[folder.entry.replace("@downhill/optim", ".")]["downhill-source"];
    const main = await import(new URL(path, PACKAGE).href);
    for (const { name, kind } of folder.modules.flatMap((module) => module.exports))
      if (kind !== "type") expect(main).toHaveProperty(name);
    const [, names = ""] = imports[0]!;
    for (const name of names.split(", "))
      expect(folder.modules.flatMap(({ exports: docs }) => docs).map((doc) => doc.name)).toContain(
        name.replace("type ", ""),
      );
  });
});

describe.each(reference.map(({ path, document }) => [path, document] as const))(
  "%s",
  (path, document) => {
    it("weighs less than 60 KB compressed and brings no framework", () => {
      expect(compressedSize(path)).toBeLessThan(60_000);
      expect(document.querySelector("astro-island")).toBeNull();
    });
  },
);
