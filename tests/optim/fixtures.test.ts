import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type FixtureFile, judges } from "#src/cli/fixtures/judges.ts";
import { knownProblems } from "#src/cli/fixtures/known-problems.ts";

const folder = new URL("../fixtures/", import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), "utf8"));
const problems = knownProblems(read("problems.json").problems);

for (const name of readdirSync(folder).filter((file) => /^[A-E]_.*\.json$/.test(file))) {
  const file: FixtureFile = read(name);
  describe(`${name}: the reference is reproduced`, () => {
    const cases = file.cases as readonly { readonly id: string }[];
    test.each(cases.map((fixture) => [fixture.id, fixture] as const))("%s", (_id, fixture) => {
      const judge = judges.find((one) => one.recognises(file))!;
      const verdicts = judge.judge({ ...file, cases: [fixture] } as never, problems);
      expect(verdicts.length).toBeGreaterThan(0);
      for (const { problems: wrong, deviation } of verdicts) {
        expect(wrong).toEqual([]);
        expect(deviation).toBeLessThanOrEqual(1);
      }
    });
  });
}
