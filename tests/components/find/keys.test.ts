import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { openedBy, type Pressed, typesInto } from "#components/find/opening-key.ts";

const key = (name: string, held: Partial<Pressed> = {}): Pressed => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe("a key of the page", () => {
  it("opens the palette or the keyboard map where no one types", () => {
    expect(openedBy(key("/"), false, true)).toBe("palette");
    expect(openedBy(key("?"), false, true)).toBe("keys");
    expect(openedBy(key("k"), false, true)).toBeUndefined();
  });

  it("is left alone where someone types, but for Ctrl or Cmd and K", () => {
    expect(openedBy(key("/"), true, true)).toBeUndefined();
    expect(openedBy(key("?"), true, true)).toBeUndefined();
    expect(openedBy(key("k", { ctrlKey: true }), true, true)).toBe("palette");
    expect(openedBy(key("K", { metaKey: true }), true, true)).toBe("palette");
  });

  it("does nothing by itself once the reader has turned that off", () => {
    expect(openedBy(key("/"), false, false)).toBeUndefined();
    expect(openedBy(key("?"), false, false)).toBeUndefined();
    expect(openedBy(key("k", { ctrlKey: true }), false, false)).toBe("palette");
  });

  it("leaves the browser its own", () => {
    expect(openedBy(key("/", { ctrlKey: true }), false, true)).toBeUndefined();
    expect(openedBy(key("k", { ctrlKey: true, metaKey: true }), false, true)).toBeUndefined();
    expect(openedBy(key("k", { ctrlKey: true, altKey: true }), false, true)).toBeUndefined();
  });

  // On some keyboards / is typed with Alt, and arrives as itself.
  it("counts as what it types", () => {
    expect(openedBy(key("/", { altKey: true }), false, true)).toBe("palette");
  });
});

describe("where one types", () => {
  const { document, HTMLInputElement, Element } = parseHTML(
    `<input id="text"><input id="box" type="checkbox"><input id="slider" type="range">
     <textarea id="area"></textarea><div class="cm-editor"><p id="line"></p></div>
     <div contenteditable><b id="free"></b></div><dialog open><button id="in"></button></dialog>
     <button id="button"></button><math-field id="maths"></math-field>`,
  );
  Object.assign(globalThis, { HTMLInputElement, Element });
  const at = (id: string) => document.getElementById(id) as unknown as EventTarget;

  it("is a field, an editor or an open dialog", () => {
    for (const id of ["text", "area", "line", "free", "in", "maths"])
      expect([id, typesInto(at(id))]).toEqual([id, true]);
  });

  it("is no button, box or slider", () => {
    for (const id of ["box", "slider", "button"])
      expect([id, typesInto(at(id))]).toEqual([id, false]);
    expect(typesInto(null)).toBe(false);
  });
});
