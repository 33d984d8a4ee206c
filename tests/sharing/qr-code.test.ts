import { correction, generate } from "lean-qr";
import { expect, test } from "vitest";
import { qrCode } from "#src/sharing/qr-code.ts";

const TEXT = "https://example.org/book/momentum/#ravine";

test("the drawing has exactly the dark squares of the code, with four light ones around", () => {
  const code = generate(TEXT, {
    minCorrectionLevel: correction.L,
    maxCorrectionLevel: correction.M,
  });
  const svg = qrCode(TEXT, "Ravine");
  expect(svg).toContain(`viewBox="0 0 ${code.size + 8} ${code.size + 8}"`);
  const dark = new Set<string>();
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let i = 0; i < Number(length); i++) dark.add(`${Number(x) + i - 4},${Number(y) - 4}`);
  expect(dark.size).toBeGreaterThan(200);
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++)
      expect(dark.has(`${x},${y}`), `${x},${y}`).toBe(code.get(x, y));
});

test("its name is text, whatever it holds", () => {
  expect(qrCode(TEXT, `"A" & <B>`)).toContain('aria-label="&quot;A&quot; &amp; &lt;B&gt;"');
});
