import { describe, expect, it } from "vitest";
import { ago, exactly } from "#components/cell/ago.ts";

const now = new Date(2026, 4, 14, 15, 30, 20).getTime();
const at = (...[day, hour, minute, second = 0]: [number, number, number, number?]) =>
  ago(new Date(2026, 4, day, hour, minute, second).getTime(), now);

describe("how long ago it was", () => {
  it("is said in minutes and hours of the same day", () => {
    expect(at(14, 15, 30, 20)).toBe("just now");
    expect(at(14, 15, 29, 21)).toBe("just now");
    expect(at(14, 15, 29, 20)).toBe("1 min ago");
    expect(at(14, 14, 30, 21)).toBe("59 min ago");
    expect(at(14, 14, 30, 20)).toBe("1 h ago");
    expect(at(14, 0, 1)).toBe("15 h ago");
  });

  it("is a time of the day before, and a date before that", () => {
    expect(at(13, 23, 59)).toBe("yesterday, 23:59");
    expect(at(12, 9, 5)).toBe("12 May, 09:05");
    expect(ago(new Date(2025, 11, 31, 8, 0).getTime(), now)).toBe("31 Dec 2025, 08:00");
  });

  it("is still counted in minutes across midnight", () => {
    const midnight = new Date(2026, 4, 14).getTime();
    expect(ago(midnight - 60_000, midnight + 120_000)).toBe("3 min ago");
  });

  it("of a clock that was set back is just now", () => {
    expect(at(14, 15, 31)).toBe("just now");
  });

  it("is there to the second", () => {
    expect(exactly(now)).toBe("14 May 2026 at 15:30:20");
  });
});
