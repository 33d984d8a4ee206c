import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseSources, parseSyllabus } from "#src/course/parse-sources.ts";
import { stepsFor } from "../content/chapters/adam-runs.ts";

const content = resolve(import.meta.dirname, "../../content");
const read = (file: string) => readFileSync(`${content}/${file}`, "utf8");
const syllabus = parseSyllabus(read("syllabus.yml"));
const { sources, subjects, corrections, slips } = parseSources(
  read("sources.yml"),
  read("syllabus.yml"),
);

describe("sources.yml", () => {
  it("has every item of the syllabus once, in its order", () => {
    const ids = [...subjects, ...corrections, ...slips].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([...syllabus.keys()]);
  });

  it("says of each correction what is said and what is right, in two short sentences that differ", () => {
    for (const { id, says, right } of [...corrections, ...slips]) {
      for (const sentence of [says, right]) {
        expect([id, sentence]).toEqual([id, expect.stringMatching(/^.{15,220}$/)]);
        expect([id, sentence]).not.toEqual([id, expect.stringMatching(/\.\s+[A-Z]/)]);
      }
      expect(says).not.toBe(right);
    }
  });

  it("gives every source subjects, corrections and a name of its own", () => {
    expect(new Set(sources.map(({ name }) => name)).size).toBe(5);
    for (const { id } of sources) {
      expect(subjects.filter((item) => item.in.includes(id)).length).toBeGreaterThan(15);
      expect(corrections.filter((item) => item.in.includes(id)).length).toBeGreaterThanOrEqual(5);
    }
  });

  it("corrects a subject only in sources that have it", () => {
    const holders = new Map(subjects.map((subject) => [subject.id, subject.in]));
    for (const { id, in: places, of } of corrections) {
      const held = of.flatMap((subject) => holders.get(subject) ?? []);
      if (of.length > 0)
        expect([id, places.filter((place) => !held.includes(place))]).toEqual([id, []]);
    }
  });

  it("has the numbers of Adam’s steps and of the decay that are recomputed here", () => {
    const right = (id: string) => corrections.find((correction) => correction.id === id)!.right;
    const quiet = 20_000;
    const after = stepsFor((t) => (t === quiet + 1 ? 5 : 0), quiet + 300).slice(quiet + 1);
    const way = after.reduce((sum, step) => sum + step, 0);
    expect(right("E-ADM-6")).toContain(`a step of ${after[0]!.toFixed(1)} η`);
    expect(right("E-ADM-6")).toContain(`by about ${way.toFixed(0)} η`);
    const uncorrected = stepsFor(() => 7, 5000, { corrected: false });
    expect(right("E-ADM-1")).toContain(`times η, ${uncorrected[1]!.toFixed(1)} η at the usual`);
    expect(right("E-ADM-1")).toContain(`reach ${Math.max(...uncorrected).toFixed(1)} η`);
    expect(right("E-EWA-3")).toContain(`$1/e=${(1 / Math.E).toFixed(3)}$`);
  });

  it("names works of references.yml", () => {
    const works = Object.keys(parse(read("references.yml")) as object);
    for (const slip of slips) if ("work" in slip) expect(works).toContain(slip.work);
  });
});

describe("parseSources", () => {
  const start = "sources: { post: { name: Post, what: A post. } }";
  const file = (rest: string) => `${start}\n${rest}`;
  const error =
    'corrections: { E-A-1: { in: [post], weight: 3, of: [S-A-1], says: "It is.", right: "It is not." } }';
  const items = "S-A-1: a subject\nE-A-1: an error";

  it("puts what a subject is beside the sources that have it", () => {
    const { subjects: read } = parseSources(
      file(`subjects: { S-A-1: [post] }\n${error}\nslips: {}`),
      items,
    );
    expect(read).toEqual([{ id: "S-A-1", what: "a subject", in: ["post"] }]);
  });

  it("says which entry is wrong, and how", () => {
    const read = (rest: string) => () => parseSources(file(rest), items);
    expect(read(`subjects: {}\n${error}\nslips: {}`)).toThrow(
      '"S-A-1" of syllabus.yml is missing. Say which sources have it',
    );
    expect(read(`subjects: { S-A-1: [post], S-B-1: [post] }\n${error}\nslips: {}`)).toThrow(
      'sources.yml: "S-B-1" is not in syllabus.yml. Correct the id or add it there.',
    );
    expect(read(`subjects: { S-A-1: [book] }\n${error}\nslips: {}`)).toThrow(
      '"S-A-1" is in "book", which is none of the sources.',
    );
    expect(
      read(`subjects: { S-A-1: [post] }\n${error.replace("[S-A-1]", "[S-C-1]")}\nslips: {}`),
    ).toThrow('"E-A-1" corrects "S-C-1", which is no subject.');
    expect(
      read(`subjects: { S-A-1: [post] }\n${error.replace('"It is."', '"It is"')}\nslips: {}`),
    ).toThrow(/^sources\.yml: [\s\S]*full stop[\s\S]*E-A-1/);
    expect(() => parseSyllabus("S-1: no such id")).toThrow(/^syllabus\.yml: /);
  });
});
