import { describe, expect, it } from "vitest";
import {
  applySettings,
  CHOICES,
  readSettings,
  SETTINGS,
  savedSettings,
  settingsOf,
} from "#components/reading/settings.ts";
import book from "#src/layouts/Book.astro?raw";

const root = () => ({ dataset: {} as DOMStringMap }) as HTMLElement;

describe("readSettings", () => {
  it("keeps every choice that the book knows, but for those that are so anyway", () => {
    for (const name of SETTINGS)
      CHOICES[name].forEach((choice, index) => {
        expect(readSettings({ [name]: choice })).toEqual(index === 0 ? {} : { [name]: choice });
      });
  });

  it("leaves out what it does not know, and takes nothing else than an object", () => {
    expect(readSettings({ theme: "sepia", size: 115, motion: "reduced", x: 1 })).toEqual({
      motion: "reduced",
    });
    for (const data of [null, [], "dark", 3]) expect(readSettings(data)).toBeUndefined();
  });
});

describe("savedSettings", () => {
  it("reads what is kept, and takes a damaged save for none", () => {
    expect(savedSettings('{"version":1,"value":{"theme":"dark"}}')).toEqual({ theme: "dark" });
    for (const raw of [null, "", "{", "null", "7", '{"version":1}'])
      expect(savedSettings(raw)).toEqual({});
  });
});

describe("a page's root", () => {
  it("shows the settings and gives them back; a choice that is taken back leaves nothing", () => {
    const page = root();
    applySettings(page, { theme: "dark", size: "130" });
    expect(page.dataset).toEqual({ theme: "dark", size: "130" });
    expect(settingsOf(page)).toEqual({ theme: "dark", size: "130" });
    applySettings(page, { contrast: "high" });
    expect(page.dataset).toEqual({ contrast: "high" });
  });
});

/** Runs the script of the page's head, which is there before any module, on a storage. */
function headOn(entries: Readonly<Record<string, string>> | "denied", search = ""): DOMStringMap {
  const script = /<script is:inline>([\s\S]*?)\n {4}<\/script>/.exec(book)?.[1] ?? "";
  const page = root();
  const written: string[] = [];
  const document = {
    documentElement: page,
    querySelector: () => ({ href: "/favicon.svg" }),
    write: (text: string) => written.push(text),
  };
  const localStorage = {
    getItem(key: string) {
      if (entries === "denied") throw new DOMException("denied", "SecurityError");
      return entries[key] ?? null;
    },
  };
  new Function("document", "localStorage", "location", script)(document, localStorage, {
    hash: "",
    search,
  });
  return page.dataset;
}

describe("the script in the head", () => {
  const saved = (value: object) => ({
    "downhill:reading": JSON.stringify({ version: 1, value }),
  });

  it("sets every setting before anything is painted, and no other attribute", () => {
    for (const name of SETTINGS)
      for (const choice of CHOICES[name])
        expect(headOn(saved({ [name]: choice, whole: "", embed: "x" }))).toEqual({
          [name]: choice,
        });
  });

  it("follows the theme of earlier editions until there is a newer choice", () => {
    expect(headOn({ "downhill:theme": "dark" })).toEqual({ theme: "dark" });
    expect(headOn({ "downhill:theme": "dark", ...saved({ theme: "light" }) })).toEqual({
      theme: "light",
    });
  });

  it("leaves the page as it comes where nothing can be read, and in an embed", () => {
    expect(headOn("denied")).toEqual({});
    expect(headOn({ "downhill:reading": "{" })).toEqual({});
    expect(headOn(saved({ theme: "dark" }), "?embed=cell-a")).toEqual({});
  });
});
