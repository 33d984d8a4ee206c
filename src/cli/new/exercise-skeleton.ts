import type { ExerciseData } from "#src/course/exercise-schema.ts";

export type Kind = ExerciseData["kind"];

const help = `hints:
  - "A nudge: what to look at first."
  - "Nearly all of it."
explanation: "Why the answer is what it is."`;

/** What each kind needs between its title and its hints, and the files beside index.mdx. */
const parts: Readonly<Record<Kind, readonly [fields: string, files?: Record<string, string>]>> = {
  number: [
    `boxes:
  - label: "The value $x$"
    answer: 0.25
    mistakes:
      - value: 4
        feedback: "That is the inverse."`,
    {
      "solution.ts": `/** The answers, computed. */
export function answers(): number[] {
  return [1 / 4];
}
`,
    },
  ],
  matrix: [
    `answer: [[1], [2]]
mistakes:
  - answer: [[2], [1]]
    feedback: "The entries have changed places."`,
    {
      "solution.ts": `/** The entries, computed. */
export function answers(): number[][] {
  return [[1], [2]];
}
`,
    },
  ],
  choice: [
    `options:
  - text: "This one."
    right: true
    feedback: "Yes, since it is so."
  - text: "The other one."
    feedback: "No, and here is why."`,
  ],
  match: [
    `options: ["one kind", "another kind"]
rows:
  - text: "The first"
    right: 0
    feedback: "What makes it the one kind."
  - text: "The second"
    right: 1
    feedback: "What makes it another kind."`,
  ],
  order: [
    `steps:
  - text: "First this."
  - text: "Then this."
    feedback: "It needs the first step."
  - text: "Last this."
    feedback: "It needs the step before it."`,
  ],
  formula: [
    `variables:
  - { name: n, meaning: "the size of the gradient", domain: [0.5, 3] }
answer: "2*n"
mistakes:
  - formula: "n/2"
    feedback: "It grows with $n$, twice as fast."`,
  ],
  points: [
    `surface: "x^2 + 2*y^2"
x: [-2, 2]
y: [-2, 2]
answer:
  - { label: "minimum", x: 0, y: 0 }
within: 0.1
mistakes:
  - { x: 1, y: 0, feedback: "There the slope along $x$ is not zero." }`,
    {
      "solution.ts": `/** The points, computed. */
export function answers(): number[][] {
  return [[0, 0]];
}
`,
    },
  ],
  code: [
    `mistakes:
  - edits:
      - replace: "2 * x"
        with: "x * x"
    feedback: "That is the square; the double is asked for."`,
    {
      "starter.ts": `export function double(x: number): number {
  return x;
}
`,
      "solution.ts": `export function double(x: number): number {
  return 2 * x;
}
`,
      "check.ts": `import { type Check, contrast, drawNumber, words } from "#src/grading/property.ts";

export const check: Check = {
  name: "double",
  probe: (draw) => [drawNumber(draw)],
  properties: [
    {
      claim: "It gives twice its argument.",
      test(subject, draw) {
        const x = drawNumber(draw);
        return contrast(\`double(\${words(x)})\`, "the result", 2 * x, subject(x));
      },
    },
  ],
};
`,
    },
  ],
};

/** The kinds of exercise there are. */
export const kinds = Object.keys(parts) as readonly Kind[];

/** The files of a new exercise by their names: complete, passing, and waiting for its own words. */
export function exerciseSkeleton(kind: Kind): Readonly<Record<string, string>> {
  const [fields, files = {}] = parts[kind];
  const index = `---
kind: ${kind}
title: A title of a few words
${fields}
${help}
---

Say here, in a sentence or two, what is asked for.
`;
  return { "index.mdx": index, ...files };
}
