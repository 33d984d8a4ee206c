import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { build } from "vite";
import { describe, expect, it } from "vitest";
import { sandboxScripts } from "#src/notebook/vite-sandbox-script.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const entry = "virtual:page";

describe("a sandbox script", () => {
  it("stands alone: one classic script without imports, beside the page's own", async () => {
    const page = `import url from ${JSON.stringify(`${here("../../src/notebook/markup.ts")}?sandbox-script`)};\nconsole.log(url);`;
    const result = await build({
      configFile: false,
      logLevel: "error",
      plugins: [
        sandboxScripts(),
        {
          name: "page",
          resolveId: (id) => (id === entry ? id : undefined),
          load: (id) => (id === entry ? page : undefined),
        },
      ],
      build: { write: false, rolldownOptions: { input: entry } },
    });
    const [one] = Array.isArray(result) ? result : [result];
    if (!one || !("output" in one)) throw new Error("no output");
    const script = one.output.find(({ fileName }) => /markup\.sandbox.*\.js$/.test(fileName));
    if (script?.type !== "asset") throw new Error("the script was not emitted");
    expect(() => runInNewContext(String(script.source))).not.toThrow();
    expect(String(script.source)).not.toMatch(/^\s*(import|export)\b/m);
    const chunk = one.output.find(({ type }) => type === "chunk");
    expect(chunk?.type === "chunk" && chunk.code).toContain(script.fileName.split("/").at(-1));
  });
});
