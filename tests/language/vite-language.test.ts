import { fileURLToPath } from "node:url";
import { build } from "vite";
import { describe, expect, it } from "vitest";
import { speaking } from "#src/language/vite-language.ts";

const language = fileURLToPath(new URL("../../src/language/", import.meta.url));
const page = `import { say } from "${language}say.ts";
import { LANGUAGE } from "${language}edition.ts";
console.log(LANGUAGE, say("Run all cells"), say("Walk all cells"), say("Hint {number}", { number: 1 }));`;

async function built(of: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    plugins: [
      {
        name: "page",
        enforce: "pre",
        resolveId: (id) => (id === "page.ts" ? id : undefined),
        load: (id) => (id === "page.ts" ? page : undefined),
      },
      speaking(of),
    ],
    build: { write: false, minify: false, rolldownOptions: { input: "page.ts" } },
  });
  const [one] = [result].flat();
  if (!one || !("output" in one)) throw new Error("no output");
  const [chunk] = one.output;
  return chunk.code;
}

describe("the build of an edition", () => {
  it("has the language and its messages in the sources, English where one is missing", async () => {
    const code = await built("de");
    expect(code).toContain('"Alle Zellen ausführen", "Walk all cells"');
    expect(code).toContain('say("Hinweis {number}", { number: 1 })');
    expect(code).toContain('"de"');
    expect(code).not.toContain("Run all cells");
  });

  it("is in English the text without a call", async () => {
    const code = await built("en");
    expect(code).toContain('"Run all cells", "Walk all cells"');
    expect(code).toContain('say("Hint {number}", { number: 1 })');
    expect(code).not.toContain("Zellen");
  });
});
