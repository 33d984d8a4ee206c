import { describe, expect, it } from "vitest";
import { dueFrom, farOff, localIn, momentIn, momentInWords } from "#src/classroom/due.ts";

describe("a due time", () => {
  it("is the moment at which the clocks of its zone show it", () => {
    expect(momentIn("Europe/Berlin", "2026-12-04T18:00")).toBe("2026-12-04T18:00:00+01:00");
    expect(momentIn("Europe/Berlin", "2026-07-04T18:00")).toBe("2026-07-04T18:00:00+02:00");
    expect(momentIn("Asia/Kolkata", "2026-12-04T18:00")).toBe("2026-12-04T18:00:00+05:30");
    expect(momentIn("America/New_York", "2026-12-04T18:00")).toBe("2026-12-04T18:00:00-05:00");
  });

  it("on the day when the clocks change is right before and after", () => {
    expect(momentIn("Europe/Berlin", "2026-10-25T01:00")).toBe("2026-10-25T01:00:00+02:00");
    expect(momentIn("Europe/Berlin", "2026-10-25T23:59")).toBe("2026-10-25T23:59:00+01:00");
  });

  it("comes back as the clocks showed it", () => {
    for (const zone of ["Europe/Berlin", "Asia/Kolkata", "America/New_York", "UTC"])
      expect(localIn(zone, momentIn(zone, "2026-12-04T18:00") ?? "")).toBe("2026-12-04T18:00");
  });

  it("with seconds, or of a time when zones had them, is shown to the minute and no later", () => {
    expect(localIn("Europe/Berlin", "2026-12-04T18:00:59+01:00")).toBe("2026-12-04T18:00");
    expect(localIn("UTC", "2026-12-04T23:59:59.999Z")).toBe("2026-12-04T23:59");
    expect(localIn("Asia/Kolkata", "2026-12-04T12:30:31Z")).toBe("2026-12-04T18:00");
  });

  it("stays to the second when neither its field nor its zone was changed", () => {
    const due = "2026-12-04T23:59:59+01:00";
    const zone = "Europe/Berlin";
    expect(dueFrom({ zone, local: "2026-12-04T23:59" }, { zone, due })).toBe(due);
    expect(dueFrom({ zone, local: "2026-12-04T23:58" }, { zone, due })).toBe(
      "2026-12-04T23:58:00+01:00",
    );
    expect(dueFrom({ zone: "UTC", local: "2026-12-04T23:59" }, { zone, due })).toBe(
      "2026-12-04T23:59:00+00:00",
    );
    expect(dueFrom({ zone, local: "" }, { zone, due })).toBeUndefined();
    expect(dueFrom({ zone, local: "" }, { zone })).toBeUndefined();
  });

  it("in the hour that the clocks show twice stays the second when it was", () => {
    const due = "2026-10-25T02:30:00+01:00";
    const zone = "Europe/Berlin";
    expect(localIn(zone, due)).toBe("2026-10-25T02:30");
    expect(dueFrom({ zone, local: "2026-10-25T02:30" }, { zone, due })).toBe(due);
  });

  it("that is none is nothing", () => {
    expect(momentIn("UTC", "soon")).toBeUndefined();
    expect(momentIn("UTC", "2026-13-04T18:00")).toBeUndefined();
    expect(momentIn("UTC", "2026-02-30T18:00")).toBeUndefined();
    expect(localIn("UTC", "soon")).toBe("");
  });

  it("is told by the clocks of who reads it", () => {
    expect(momentInWords("2026-12-04T18:00:00+01:00", "UTC")).toContain("17:00 UTC");
    expect(momentInWords("2026-12-04T18:00:00+01:00", "UTC")).toContain("Friday");
  });

  it("never leaves less than is said", () => {
    const now = Date.parse("2026-12-01T00:00:00Z");
    const farFrom = (minutes: number) => farOff(now + minutes * 60_000, now);
    expect(farFrom(1)).toBe("in 1 minute");
    expect(farFrom(119)).toBe("in 119 minutes");
    expect(farFrom(179)).toBe("in 2 hours");
    expect(farFrom(3 * 1440 - 1)).toBe("in 2 days");
    expect(farFrom(-120)).toBe("2 hours ago");
  });
});
