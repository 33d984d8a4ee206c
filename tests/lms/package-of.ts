import type { LmsPackage, PackagedExercise } from "#src/lms/lms-package.ts";

/** An exercise of a package, for a test. */
export function exerciseOf(id: string, change: Partial<PackagedExercise> = {}): PackagedExercise {
  return { id, title: `The ${id}`, kind: "number", points: 1, ...change };
}

/** A package of three exercises, for a test. */
export function packageOf(change: Partial<LmsPackage> = {}): LmsPackage {
  return {
    id: "momentum",
    title: "Momentum",
    edition: "2004",
    page: "momentum/index.html",
    pages: ["momentum/index.html"],
    scope: "momentum",
    exercises: [exerciseOf("first"), exerciseOf("second"), exerciseOf("third", { points: 2 })],
    pass: 0.5,
    activity: "https://example.org/book/momentum/",
    ...change,
  };
}
