import { expect, it } from "vitest";
import { simplifyPath } from "#src/plotting/simplify-path.ts";

it("a straight row of corners becomes one line", () => {
  expect(simplifyPath("M0,0L1,0.02L2,0L3,-0.02L4,0")).toBe("M0,0L4,0");
});

it("a corner that is seen stays", () => {
  expect(simplifyPath("M0,0L2,1L4,0")).toBe("M0,0L2,1L4,0");
});

it("a ring stays a ring, and every subpath is kept", () => {
  expect(simplifyPath("M0,0L5,0L10,0L10,10L0,10L0,0ZM20,0L21,0L22,0")).toBe(
    "M0,0L10,0L10,10L0,10L0,0ZM20,0L22,0",
  );
});

it("a path with curves is left alone", () => {
  expect(simplifyPath("M0,0C1,1,2,2,3,0")).toBe("M0,0C1,1,2,2,3,0");
  expect(simplifyPath("M0,0l1,0")).toBe("M0,0l1,0");
});

it("a circle of a thousand corners stays within a quarter of a pixel of itself", () => {
  const corners = Array.from({ length: 1001 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 1000;
    return [100 + 50 * Math.cos(angle), 100 + 50 * Math.sin(angle)];
  });
  const path = simplifyPath(`M${corners.join("L")}Z`);
  const kept = [...path.matchAll(/([\d.]+),([\d.]+)/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );
  expect(kept.length).toBeLessThan(70);
  for (let i = 1; i < kept.length; i++) {
    const [x1, y1] = kept[i - 1] as readonly [number, number];
    const [x2, y2] = kept[i] as readonly [number, number];
    const middle = Math.hypot((x1 + x2) / 2 - 100, (y1 + y2) / 2 - 100);
    // 0.15 for the corners left out, 0.05 for rounding to tenths.
    expect(Math.abs(middle - 50)).toBeLessThan(0.3);
  }
});
