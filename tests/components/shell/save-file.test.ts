import { resolveObjectURL } from "node:buffer";
import { afterEach, expect, it, vi } from "vitest";
import { saveFile } from "#components/shell/save-file.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("hands over a file that can be had for a minute, however slow the browser, and no longer", async () => {
  vi.useFakeTimers();
  const link = { href: "", download: "", click: vi.fn() };
  vi.stubGlobal("document", { createElement: () => link });
  saveFile("work.json", '{"a":1}', "application/json");
  expect(link.click).toHaveBeenCalledOnce();
  expect(link.download).toBe("work.json");

  vi.advanceTimersByTime(59_000);
  const file = resolveObjectURL(link.href);
  expect(file?.type).toBe("application/json");
  expect(await file?.text()).toBe('{"a":1}');
  vi.advanceTimersByTime(2_000);
  expect(resolveObjectURL(link.href)).toBeUndefined();
});
