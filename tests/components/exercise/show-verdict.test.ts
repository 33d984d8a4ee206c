import { parseHTML } from "linkedom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { showVerdict } from "#components/exercise/show-verdict.ts";
import type { Verdict } from "#src/grading/verdict.ts";

const texts: Readonly<Record<string, string>> = {
  "0": "<em>option 0</em>",
  "whole.0": "<em>mistake 0</em>",
  "1.0": "<em>box 1, mistake 0</em>",
  "label.2": "Best <i>b</i>",
};
let place: HTMLElement;

beforeEach(() => {
  const { document } = parseHTML("<div id=place></div>");
  vi.stubGlobal("document", document);
  place = document.querySelector("#place") as unknown as HTMLElement;
});
afterEach(() => vi.unstubAllGlobals());

function shown(verdict: Verdict): readonly string[] {
  showVerdict(place, verdict, (name) => texts[name]);
  return [...place.querySelectorAll("p")].map((line) => line.innerHTML);
}

describe("a verdict on the page", () => {
  it("starts with a sign and a word, and is replaced by the next", () => {
    expect(shown({ kind: "fail", message: "No.", credit: 0 })).toEqual([
      "<strong>✗ Not yet.</strong> No.",
    ]);
    expect(shown({ kind: "pass" })).toEqual(["<strong>✓ Right.</strong>"]);
    expect(place.dataset["kind"]).toBe("pass");
  });

  it("does not call an error wrong, and names its place", () => {
    const verdict = { kind: "error", stage: "syntax", message: "Typing.", line: 2, column: 5 };
    expect(shown(verdict as Verdict)).toEqual([
      "<strong>! Not checked yet.</strong> Typing. (line 2, column 5)",
    ]);
  });

  it("says when the exercise is at fault", () => {
    expect(shown({ kind: "broken", message: "Our fault." })).toEqual([
      "<strong>! The exercise is broken.</strong> Our fault.",
    ]);
  });

  it("shows the example and the feedback of a known mistake", () => {
    const verdict: Verdict = {
      kind: "fail",
      message: "No.",
      credit: 0,
      mistake: 0,
      counterexample: "f(1) is 2",
    };
    expect(shown(verdict).slice(1)).toEqual(["For example, f(1) is 2.", texts["whole.0"]]);
  });

  it("shows feedback box by box, a note where there is none, and whose it is", () => {
    const parts = [
      { index: 0, right: true },
      { index: 1, right: false, mistake: 0 },
      { index: 2, right: false, note: "Close." },
    ];
    expect(shown({ kind: "fail", message: "No.", credit: 1 / 3, parts }).slice(1)).toEqual([
      texts["1.0"],
      "Best <i>b</i>: Close.",
    ]);
  });

  it("shows what the learner's code says as text, never as markup", () => {
    const message = "Error: <img src=x onerror=alert(1)>";
    expect(shown({ kind: "error", stage: "run", message })[0]).toContain("&lt;img");
  });
});
