import { describe, expect, it } from "vitest";
import { read } from "#src/cli/imports.ts";
import { unsaidIn } from "#src/cli/messages/unsaid.ts";
import { speakingFiles } from "#src/cli/write-messages.ts";

describe("the interface", () => {
  it("has no text that is not said", () => {
    const unsaid = speakingFiles().flatMap((path) =>
      unsaidIn(read(path), path).map(({ line, text }) => `${path}:${line} ${text}`),
    );
    expect(unsaid).toEqual([]);
  });
});

describe("a text that is not said", () => {
  const texts = (source: string, path: string) => unsaidIn(source, path).map(({ text }) => text);

  it("is found in an element and in an attribute that is read", () => {
    const source = '<p className="a note" title="More of it">Go on {say("here")}</p>;';
    expect(texts(source, "a.tsx")).toEqual(["More of it", "Go on"]);
    expect(texts('<b aria-label={open ? "Close it" : say("Open it")} />;', "a.tsx")).toEqual([
      "Close it",
    ]);
    expect(texts("<p><code>const a = 1</code> − x</p>;", "a.tsx")).toEqual([]);
  });

  it("is found where a script shows it", () => {
    expect(
      texts("line.textContent = `Ran in $" + '{time}`; line.className = "a b";', "a.ts"),
    ).toEqual(["Ran in  …"]);
    expect(
      texts('make("p", { className: "a b", title: "More" }, "Go on"); button("Stop", end)', "a.ts"),
    ).toEqual(["More", "Go on", "Stop"]);
    expect(
      texts('one.setAttribute("aria-label", "One"); one.setAttribute("class", "two")', "a.ts"),
    ).toEqual(["One"]);
  });

  it("is found where it is handed on to be told, and in what is put into a message", () => {
    expect(
      texts(
        'this.#status.say("Back again"); this.#problem(`No file in $' +
          '{name}`); fail("too long")',
        "a.ts",
      ),
    ).toEqual(["Back again", "No file in  …", "too long"]);
    expect(texts('flags.push({ kind: "cut off", words: "It was cut" })', "a.ts")).toEqual([
      "It was cut",
    ]);
    expect(texts('say("Left: {time}", { time: `about $' + "{n} s` })", "a.ts")).toEqual([
      "about  …  s",
    ]);
    expect(texts('say("Run it"); tell("brought", say("Go on")); fail("--id")', "a.ts")).toEqual([]);
  });

  it("is found in the template and in the scripts of a page, with its line", () => {
    const page = `---
const title = "Map";
---
<!-- A remark. -->
<Book {title} class="page">
  <h1>The map</h1>
  <style>h1 { color: red }</style>
</Book>
<script>
  line.textContent = "Ready";
</script>
`;
    expect(unsaidIn(page, "a.astro")).toEqual([
      { line: 6, text: "The map" },
      { line: 10, text: "Ready" },
    ]);
  });
});
