import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { citingSections } from "#src/course/citations.ts";

const content = resolve(import.meta.dirname, "../../content");
const works = Object.keys(
  parse(readFileSync(`${content}/references.yml`, "utf8")) as Record<string, object>,
);

it("finds what each section cites and what a reading list names, each work once", () => {
  const mdx = `Before: <Cite of="Nobody" />.

## First

<Cite of="Goh2017" />, <Cite of="Qian1999" />, again <Cite of="Goh2017" />.

### Nothing

\`\`\`ts
<Cite of="Code" />
\`\`\`

## Further reading

<Reading works={{
  Polyak1964: "Why: \\"speed\\", he says.",
  Goh2017: "To see it.",
}} />
`;
  expect(citingSections(mdx)).toEqual([
    { anchor: "first", label: "“First”", works: ["Goh2017", "Qian1999"], readingList: false },
    {
      anchor: "further-reading",
      label: "“Further reading”",
      works: ["Polyak1964", "Goh2017"],
      readingList: true,
    },
  ]);
});

describe("the works of the book", () => {
  const cited = new Set(
    ["chapters", "notebooks"].flatMap((folder) =>
      readdirSync(`${content}/${folder}`).flatMap((name) =>
        citingSections(readFileSync(`${content}/${folder}/${name}`, "utf8")).flatMap(
          (section) => section.works,
        ),
      ),
    ),
  );

  it("are all cited somewhere, and all that is cited is among them", () => {
    expect(works.filter((key) => !cited.has(key))).toEqual([]);
    expect([...cited].filter((key) => !works.includes(key))).toEqual([]);
    expect(cited.size).toBeGreaterThan(150);
  });
});
