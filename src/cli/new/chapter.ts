import { parseContents } from "#src/course/parse-contents.ts";
import { parseSyllabus } from "#src/course/parse-sources.ts";
import { capital } from "#src/language/capital.ts";
import { type Maker, read, requireNew } from "./project.ts";

const CONTENTS = "content/contents.yml";

/** `chapter ID SYLLABUS-ID`: the last chapter of the last part, with a cell, its output and its test. */
export const newChapter: Maker = ([id = "", covers = ""]) => {
  const contents = read(CONTENTS);
  const number = parseContents(contents).flatMap(({ chapters }) => chapters).length + 1;
  const name = `${String(number).padStart(2, "0")}-${id}`;
  const path = `content/chapters/${name}.mdx`;
  requireNew(id, path);
  if (/\d/.test(id)) throw new Error(`“${id}” holds a digit. An address of a chapter is words.`);
  if (contents.includes(`id: ${id}\n`)) throw new Error(`${CONTENTS} has “${id}” already.`);
  if (!parseSyllabus(read("content/syllabus.yml")).has(covers))
    throw new Error(
      `“${covers}” is no item of content/syllabus.yml. Name the first that the chapter treats, such as S-GRAD-8.`,
    );
  const title = capital(id).replaceAll("-", " ");
  const entry = `    - number: ${number}\n      id: ${id}\n      title: ${title}\n      short: ${title}\n`;
  return {
    files: {
      [path]: chapterText(covers),
      [CONTENTS]: `${contents.trimEnd()}\n${entry}`,
      [`tests/content/chapters/stored-outputs/${name}.json`]: OUTPUTS,
      [`tests/content/chapters/${name}.test.ts`]: testText(name, title),
    },
    said: `${path} is made, the last chapter of ${CONTENTS}.`,
    next: [
      "Give it its title, needs and concepts in content/contents.yml.",
      "List under covers all that it treats, and mark where with <Place>.",
      "After a change of a cell: npm run outputs, and read the difference.",
    ],
  };
};

function chapterText(covers: string): string {
  return `---
summary: "What the chapter is about, in a sentence that makes one want to read it."
objectives:
  - compute the first thing by hand
  - explain the second thing to somebody else
  - choose between the two
covers:
  - ${covers}
---

import Cell from "#components/cell/Cell.astro";
import Reading from "#components/prose/Reading.astro";

## The idea

<Place ids="${covers}" />

Begin with something that one can see or touch. A step along the slope of $f(x)=x^2$ with the rate $\\eta$ goes from $x$ to

$$
x-2\\eta x=(1-2\\eta)\\,x. \\label{shrinking}
$$

From $x=1$ with $\\eta=0.25$, three steps of $\\eqref{shrinking}$ lead to $0.125$.

<Cell id="three-steps" title="Three steps">
\`\`\`ts
import { gradientDescent, run } from "@downhill/optim";
import { bowl } from "@downhill/optim/problems";

const { frames } = run(gradientDescent({ learningRate: 0.25 }), bowl([2]), [1], { steps: 3 });
frames.at(-1)?.x[0]
\`\`\`
</Cell>

## Recap

- What one should remember, a sentence each.

## Further reading

<Reading works={{
  d2l: "Why to read it: what is there that is not here.",
}} />
`;
}

const OUTPUTS = `${JSON.stringify({ "three-steps": [{ kind: "number", text: "0.125", full: "0.125" }] }, null, 1)}\n`;

function testText(name: string, title: string): string {
  return `import { gradientDescent, run } from "@downhill/optim";
import { bowl } from "@downhill/optim/problems";
import { describe } from "vitest";
import { type Ledger, testLedger } from "./ledger.ts";
import { prose } from "./prose.ts";

const { frames } = run(gradientDescent({ learningRate: 0.25 }), bowl([2]), [1], { steps: 3 });

const ledger: Ledger = [["three steps of $\\\\eqref{shrinking}$ lead to $0.125$", [frames.at(-1)!.x[0]!]]];

describe("the numbers of ${title}", () => testLedger(prose("${name}.mdx"), ledger));
`;
}
