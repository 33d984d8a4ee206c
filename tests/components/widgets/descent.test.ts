import { describe, expect, it } from "vitest";
import { dunesRuns, hollows } from "#components/widgets/descent/model.ts";
import { descentFields } from "#components/widgets/descent/state.ts";
import { initialState } from "#components/widgets/url-state.ts";

describe("the descent of the landing page", () => {
  it("starts where three methods end in three different hollows", () => {
    const ends = dunesRuns(initialState(descentFields)).map(({ name, hollow }) => [
      name,
      hollow.name,
    ]);
    expect(ends).toEqual([
      ["gradient descent", "shallowest hollow"],
      ["momentum", "deepest hollow"],
      ["Nesterov", "middling hollow"],
    ]);
  });

  it("names the hollows by their depth", () => {
    const byDepth = [...hollows].sort((a, b) => a.f - b.f).map(({ name }) => name);
    expect(byDepth).toEqual(["deepest hollow", "middling hollow", "shallowest hollow"]);
  });
});
