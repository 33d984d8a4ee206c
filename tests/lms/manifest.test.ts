import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { SCORM_EDITIONS } from "#src/lms/lms-package.ts";
import { manifest } from "#src/lms/manifest.ts";
import { packageOf } from "./package-of.ts";

const FILES = ["index.html", "momentum/index.html", "_astro/[x] y.js"];

/** The children's names, in order: XML Schema is strict about it. */
const names = (element: Element | null) =>
  [...(element?.children ?? [])].map(({ tagName }) => tagName);
const read = (edition: "1.2" | "2004", change = {}) => {
  const text = manifest(packageOf({ edition, ...change }), FILES);
  const { DOMParser } = parseHTML("<p>");
  const document = new DOMParser().parseFromString(text, "text/xml") as unknown as Document;
  return { text, document, one: (name: string) => document.querySelector(name) };
};

describe.each(SCORM_EDITIONS)("the manifest for SCORM %s", (edition) => {
  const { document, one, text } = read(edition);

  it("has the parts of a manifest in their order", () => {
    expect(names(document.documentElement)).toEqual(["metadata", "organizations", "resources"]);
    expect(names(one("metadata"))).toEqual(["schema", "schemaversion"]);
    expect(one("schema")?.textContent).toBe("ADL SCORM");
  });

  it("has one item that leads to one SCO with every file", () => {
    const [organization] = document.querySelectorAll("organization");
    expect(one("organizations")?.getAttribute("default")).toBe(
      organization?.getAttribute("identifier"),
    );
    const items = document.querySelectorAll("item");
    const resources = document.querySelectorAll("resource");
    expect([items.length, resources.length]).toEqual([1, 1]);
    expect(items[0]?.getAttribute("identifierref")).toBe(resources[0]?.getAttribute("identifier"));
    expect(resources[0]?.getAttribute("href")).toBe("index.html");
    expect([...document.querySelectorAll("file")].map((file) => file.getAttribute("href"))).toEqual(
      ["index.html", "momentum/index.html", "_astro/%5Bx%5D%20y.js"],
    );
  });

  it("escapes a title, and leaves out what XML has no place for", () => {
    expect(read(edition, { title: 'A < B & "C" ]]>\u0001\uD800' }).text).toContain(
      '<title>A &lt; B &amp; "C" ]]&gt;</title>',
    );
  });

  // Valid by the schemas of its edition (libxml2): imscp and adlcp, for 2004 adlseq, adlnav and
  // imsss as well. A manifest of another form has to be validated anew.
  it("has the form that was validated", async () => {
    await expect(text).toMatchFileSnapshot(`manifest-${edition}.xml`);
  });

  it("declares each prefix that it uses, with its schema", () => {
    const used = new Set([...text.matchAll(/[<\s/](\w+):\w+/g)].map(([, prefix]) => prefix));
    used.delete("xmlns");
    for (const prefix of used) expect(text).toContain(`xmlns:${prefix}="http`);
    const schemas = /xsi:schemaLocation="([^"]+)"/.exec(text)?.[1]?.trim().split(/\s+/) ?? [];
    expect(schemas.length % 2).toBe(0);
    const places = schemas.filter((_, index) => index % 2 === 0);
    for (const place of places) expect(text).toMatch(new RegExp(`xmlns(:\\w+)?="${place}"`));
  });
});

describe("the manifests", () => {
  it("name their editions, and the kind of resource as each spells it", () => {
    expect(read("1.2").one("schemaversion")?.textContent).toBe("1.2");
    expect(read("1.2").text).toContain('adlcp:scormtype="sco"');
    expect(read("2004").one("schemaversion")?.textContent).toBe("2004 4th Edition");
    expect(read("2004").text).toContain('adlcp:scormType="sco"');
    expect(read("1.2").text).not.toContain("imsss");
  });

  it("let the content of SCORM 2004 set completion and success, and name each exercise", () => {
    const { document, text } = read("2004");
    const sequencing = [...document.querySelectorAll("item > *")].at(-1) as Element;
    expect(names(sequencing)).toEqual(["imsss:objectives", "imsss:deliveryControls"]);
    expect(text).toContain('completionSetByContent="true" objectiveSetByContent="true"');
    expect([...text.matchAll(/objectiveID="([^"]+)"/g)].map(([, id]) => id)).toEqual([
      "downhill.whole",
      "first",
      "second",
      "third",
    ]);
  });
});
