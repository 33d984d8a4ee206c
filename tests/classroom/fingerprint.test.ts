import { describe, expect, it } from "vitest";
import { fingerprint, normalised } from "#src/classroom/fingerprint.ts";

const code = `export function step(x: number[], g: number[], rate: number): number[] {
  // downhill
  return x.map((entry, i) => entry - rate * (g[i] ?? 0));
}`;

describe("the fingerprint of code", () => {
  it("is the same for other names, comments, layout, and a comma at the end", async () => {
    const copy = code
      .replaceAll("entry", "value")
      .replace("// downhill", "/* mine */\n\n")
      .replace("?? 0))", "?? 0,),)")
      .replace(");\n}", ")\n}");
    expect(copy).not.toBe(code);
    expect(normalised(copy)).toBe(normalised(code));
    expect(await fingerprint(copy, [])).toBe(await fingerprint(code, []));
  });

  it("is another one for another sign, another number, or names that were swapped", async () => {
    const whole = await fingerprint(code, []);
    for (const other of [
      code.replace("- rate", "+ rate"),
      code.replace("?? 0", "?? 1"),
      code.replace("g[i]", "x[i]"),
    ])
      expect(await fingerprint(other, [])).not.toBe(whole);
  });

  it("is another one for other functions of the language, which nobody renames", () => {
    const one = "const f = (x: number) => Math.sqrt(x) + Math.max(x, 1);";
    for (const other of [
      one.replace("sqrt", "exp").replace("max", "min"),
      one.replaceAll("Math", "Number"),
    ])
      expect(normalised(other)).not.toBe(normalised(one));
    expect(normalised("x?.map(f)")).not.toBe(normalised("x?.some(f)"));
    expect(normalised("x\n  .map(f)")).toBe(normalised("y.map(g)"));
  });

  it("is the same for other names of what is spread", () => {
    expect(normalised("[...first, 1]")).toBe(normalised("[...other, 1]"));
  });

  it("is not given to what anyone may have: a text of the book, or a short one", async () => {
    expect(await fingerprint(code, [code.replaceAll("entry", "e")])).toBeUndefined();
    expect(await fingerprint("export const f = (x: number) => 2 * x;", [])).toBeUndefined();
  });
});
