import { describe, expect, it } from "vitest";
import { giveToLearner } from "#src/lms/learner-shelf.ts";
import { fakeStorage } from "../fake-storage.ts";

const WORK = "downhill:exercise:momentum:first";

describe("a browser that several learners use", () => {
  it("gives each the work of their own, and loses none", () => {
    const { storage, map } = fakeStorage({ "downhill:theme": "dark", other: "site" });
    giveToLearner(storage, "ada");
    map.set(WORK, "by Ada");
    giveToLearner(storage, "bob");
    expect(map.get(WORK)).toBeUndefined();
    map.set(WORK, "by Bob");
    giveToLearner(storage, "ada");
    expect(map.get(WORK)).toBe("by Ada");
    giveToLearner(storage, "bob");
    expect(map.get(WORK)).toBe("by Bob");
    expect([map.get("downhill:theme"), map.get("other")]).toEqual(["dark", "site"]);
  });

  it("is the first learner's with what was there before, and nobody's to change without a name", () => {
    const { storage, map } = fakeStorage({ [WORK]: "early" });
    giveToLearner(storage, "");
    giveToLearner(storage, "ada");
    giveToLearner(storage, "");
    expect(map.get(WORK)).toBe("early");
  });

  it("loses nothing when there is no room, and says so", () => {
    const { storage, map } = fakeStorage({ "downhill:lms-learner": "ada", [WORK]: "text" }, 65);
    expect(giveToLearner(storage, "bob")).toMatch(
      /^The work of another learner in this browser could not be put away \(.*quota.*\)\. Work here may be shown/,
    );
    expect(map.get(WORK)).toBe("text");
  });
});
