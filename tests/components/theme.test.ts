import { expect, it } from "vitest";
import { nextTheme, readTheme } from "#components/shell/theme.ts";

it("the theme button goes from system to light to dark and round again", () => {
  expect(nextTheme("system")).toBe("light");
  expect(nextTheme("light")).toBe("dark");
  expect(nextTheme("dark")).toBe("system");
});

it("a stored theme that is not one of the three means system", () => {
  expect(readTheme("dark")).toBe("dark");
  expect(readTheme("purple")).toBe("system");
  expect(readTheme(null)).toBe("system");
});
