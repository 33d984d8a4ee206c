import { describe, expect, it } from "vitest";
import { matterInWords, readingMatter, readingMinutes } from "#src/course/reading-time.ts";

const nothing = { words: 0, inlineFormulas: 0, displayedFormulas: 0, linesOfCode: 0, figures: 0 };

const chapter = `
import Cell from "#components/cell/Cell.astro";

## Two words

A step of $\\eta g$ goes <Term of="descent">downhill</Term>, and <Cite of="Cauchy1847" /> knew.

$$
x_{k+1} = x_k - \\eta g \\label{step}
$$

<Ravine client:touch />

<Listing file="methods/momentum.ts" name="momentumKernel" />

<Cell id="one" title="Two lines">

\`\`\`ts
const cost = "$5 and $6";

cost;
\`\`\`

</Cell>

<Exercise id="first" />
`;

describe("readingMatter", () => {
  it("counts words, formulas, lines of code and figures, and nothing of the markup", () => {
    // Two, words; A, step, of, goes, downhill, and, knew.
    expect(readingMatter(chapter)).toEqual({
      words: 9,
      inlineFormulas: 1,
      displayedFormulas: 1,
      linesOfCode: 2,
      figures: 2,
    });
  });
});

describe("readingMinutes", () => {
  it("takes a minute for 200 words, and rounds to five", () => {
    expect(readingMinutes({ ...nothing, words: 4000 })).toBe(20);
    expect(readingMinutes({ ...nothing, words: 4400 })).toBe(20);
    expect(readingMinutes({ ...nothing, words: 4600 })).toBe(25);
  });

  it("takes formulas, code and figures by the words that they are worth", () => {
    expect(readingMinutes({ ...nothing, inlineFormulas: 1000 })).toBe(15);
    expect(readingMinutes({ ...nothing, displayedFormulas: 100 })).toBe(10);
    expect(readingMinutes({ ...nothing, linesOfCode: 200 })).toBe(5);
    expect(readingMinutes({ ...nothing, figures: 20 })).toBe(10);
  });

  it("is never nothing", () => {
    expect(readingMinutes(nothing)).toBe(5);
  });
});

describe("matterInWords", () => {
  it("says the minutes and the exercises", () => {
    expect(matterInWords(35, 9)).toBe("about 35 min, 9 exercises");
    expect(matterInWords(5, 1)).toBe("about 5 min, 1 exercise");
    expect(matterInWords(5, 0)).toBe("about 5 min");
  });
});
