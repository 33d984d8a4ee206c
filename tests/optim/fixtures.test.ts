import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fixtureProblem, type ProblemDefinition } from "#src/cli/fixtures/problems.ts";
import { adaptiveSubjects } from "#src/cli/fixtures/subjects/adaptive.ts";
import { averagingSubjects } from "#src/cli/fixtures/subjects/averaging.ts";
import { sgdSubjects } from "#src/cli/fixtures/subjects/sgd.ts";
import { deviations, type FixtureCase, type Subject } from "#src/cli/fixtures/trajectories.ts";

const folder = new URL("../fixtures/", import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), "utf8"));
const definitions: readonly ProblemDefinition[] = read("problems.json").problems;
const problems = new Map(definitions.map((definition) => [definition.id, definition]));
const subjects: Readonly<Record<string, Subject>> = {
  ...adaptiveSubjects,
  ...averagingSubjects,
  ...sgdSubjects,
};

interface TrajectoryFile {
  readonly method: string;
  readonly torch_class?: string;
  readonly cases: readonly FixtureCase[];
}

for (const name of readdirSync(folder).filter((file) => file.startsWith("A_"))) {
  const file: TrajectoryFile = read(name);
  const subjectOf = ({ torch_class }: FixtureCase) =>
    subjects[torch_class ?? file.torch_class ?? file.method];
  const cases = file.cases.filter((fixture) => subjectOf(fixture) !== undefined);
  if (cases.length === 0) continue;
  describe(`${name}: the reference run is reproduced`, () => {
    test.each(cases.map((fixture) => [fixture.id, fixture] as const))("%s", (_id, fixture) => {
      const problem = fixtureProblem(problems.get(fixture.problem)!);
      expect(deviations(subjectOf(fixture)!, fixture, problem)).toEqual([]);
    });
  });
}
