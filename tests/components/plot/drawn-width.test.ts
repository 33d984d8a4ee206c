import { expect, it } from "vitest";
import { drawnWidth } from "#components/plot/drawn-width.ts";

it("a figure is drawn for its room, for less of it in larger text and for more in smaller", () => {
  expect(drawnWidth(660.4, 16)).toBe(660);
  expect(drawnWidth(660, 24)).toBe(440);
  expect(drawnWidth(1008, 24)).toBe(672);
  expect(drawnWidth(630, 14.4)).toBe(700);
});

it("is never drawn so narrow that its labels meet, unless the room is as narrow", () => {
  expect(drawnWidth(350, 24)).toBe(300);
  expect(drawnWidth(280, 24)).toBe(280);
  expect(drawnWidth(280, 16)).toBe(280);
});
