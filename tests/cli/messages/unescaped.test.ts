import { describe, expect, it } from "vitest";
import { read } from "#src/cli/imports.ts";
import { unescapedIn } from "#src/cli/messages/unescaped.ts";
import { speakingFiles } from "#src/cli/write-messages.ts";

describe("a message in HTML", () => {
  it("is escaped everywhere", () => {
    const found = speakingFiles().flatMap((path) =>
      unescapedIn(read(path), path).map((line) => `${path}:${line}`),
    );
    expect(found).toEqual([]);
  });

  it("is found where it is not", () => {
    const html = (inside: string) => `const a = \`<p title="$\{${inside}}">x</p>\`;`;
    expect(unescapedIn(html('say("Go on")'), "a.ts")).toEqual([1]);
    expect(unescapedIn(html('open ? say("Go on") : ""'), "a.ts")).toEqual([1]);
    expect(unescapedIn(html('escaped(say("Go on"))'), "a.ts")).toEqual([]);
    const plain = html('say("Go on")').replace(/<[^>]*>/g, "");
    expect(unescapedIn(plain, "a.ts")).toEqual([]);
  });
});
