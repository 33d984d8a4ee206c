import { describe, expect, it } from "vitest";
import { findScormApi, type SearchedWindow } from "#src/lms/scorm-api.ts";

type Answer = (...args: readonly string[]) => string;

const ANSWERS: readonly (readonly [name: string, answer: Answer])[] = [
  ["Initialize", () => "true"],
  ["GetValue", (element) => `value of ${element}`],
  ["SetValue", () => "false"],
  ["Commit", () => "true"],
  ["Finish", () => "true"],
  ["GetLastError", () => "405"],
  ["GetErrorString", (number) => `words of ${number}`],
];

/** An LMS of SCORM 1.2 that answers as above, but for some of its functions. */
const lms = (...others: typeof ANSWERS) =>
  Object.fromEntries([...ANSWERS, ...others].map(([name, answer]) => [`LMS${name}`, answer]));

const outermost = (more: object): SearchedWindow => {
  const frame: { parent?: SearchedWindow } = { ...more };
  frame.parent = frame;
  return frame;
};
const within = (parent: SearchedWindow, more: object = {}): SearchedWindow => ({ parent, ...more });

describe("the search for an LMS", () => {
  it("finds it in a frame around the page, or in the page's own", () => {
    const around = outermost({ API: lms() });
    expect(findScormApi(within(within(around)), "1.2")?.initialize()).toBe(true);
    expect(findScormApi(outermost({ API: lms() }), "1.2")).toBeDefined();
  });

  it("finds it around the window that has opened the page's", () => {
    const opener = within(outermost({ API: lms() }));
    expect(findScormApi(within(outermost({ opener })), "1.2")).toBeDefined();
  });

  it("takes only that of the package's edition", () => {
    expect(findScormApi(outermost({ API: lms() }), "2004")).toBeUndefined();
    const api = Object.fromEntries([["Terminate", () => "true"]]);
    expect(findScormApi(outermost({ API_1484_11: api }), "2004")?.finish()).toBe(true);
  });

  it("passes windows of other sites, which throw, and ends in a ring", () => {
    const foreign = new Proxy({} as SearchedWindow, {
      get: (_, name) => {
        if (name === "parent") return outermost({ API: lms() });
        throw new Error("cross-origin");
      },
    });
    expect(findScormApi(within(foreign), "1.2")).toBeDefined();
    const one: { parent?: SearchedWindow } = {};
    one.parent = { parent: one };
    expect(findScormApi(one, "1.2")).toBeUndefined();
  });

  it("finds none where there is none", () => {
    expect(findScormApi(outermost({ API: null, opener: null }), "1.2")).toBeUndefined();
  });
});

describe("what an LMS answers", () => {
  it("is passed on, with the number and the words of what went wrong", () => {
    const api = findScormApi(outermost({ API: lms() }), "1.2");
    expect(api?.get("cmi.x")).toBe("value of cmi.x");
    expect(api?.set("cmi.x", "1")).toBe(false);
    expect(api?.problem()).toBe("405: words of 405");
  });

  it("is no problem when its number is 0", () => {
    const api = findScormApi(outermost({ API: lms(["GetLastError", () => "0"]) }), "1.2");
    expect(api?.problem()).toBeUndefined();
  });

  it("may be an exception, which is its reason", () => {
    const broken = lms([
      "Commit",
      () => {
        throw new Error("connection lost");
      },
    ]);
    const api = findScormApi(outermost({ API: broken }), "1.2");
    expect(api?.commit()).toBe(false);
    expect(api?.problem()).toBe("connection lost");
  });
});
