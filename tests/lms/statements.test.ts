import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { actorOf, readActor } from "#src/lms/actor.ts";
import type { AttemptReport } from "#src/lms/attempts.ts";
import { statementsOf } from "#src/lms/statements.ts";
import { uuidOf } from "#src/lms/uuid.ts";
import { exerciseOf, packageOf } from "./package-of.ts";
import { statementSchema } from "./statement-schema.ts";

const isStatement = new Ajv({ allErrors: true }).compile(statementSchema);
const actor = actorOf("17", "https://lms.example", "Ada") as NonNullable<
  ReturnType<typeof actorOf>
>;
const attempt = (id: string, at: number, change: Partial<AttemptReport> = {}): AttemptReport => ({
  exercise: exerciseOf(id),
  answer: ["0.5"],
  at,
  credit: 1,
  ...change,
});
const report = { exercises: [], completed: false, points: 1, full: 4 };
const attempts = [
  attempt("second", 2000, { credit: 0.5 }),
  attempt("first", 1000),
  attempt("third", 3000, { credit: 0, exercise: exerciseOf("third", { points: 2, kind: "code" }) }),
];
const made = (change = {}) =>
  statementsOf(packageOf(), { actor, attempts, report, now: 9000, ...change });

describe("what was learned, as statements", () => {
  const whole = { ...report, completed: true, passed: true, points: 3 };
  const registration = "0a1b2c3d-0000-4000-8000-000000000000";

  it.each([
    ["of attempts", {}],
    ["of a whole that is passed", { report: whole }],
    ["with a registration", { report: whole, registration }],
    ["of somebody with a mail address", { actor: actorOf("ada@example.org", "https://x.example") }],
  ])("keeps to the rules of xAPI: %s", (_of, change) => {
    for (const statement of made(change)) {
      isStatement(statement);
      expect(isStatement.errors ?? []).toEqual([]);
    }
  });

  it("is an “answered” for each attempt in the order of time, with its score", () => {
    const statements = made();
    expect(statements.map(({ object }) => object.id)).toEqual([
      "https://example.org/book/momentum/exercise/first",
      "https://example.org/book/momentum/exercise/second",
      "https://example.org/book/momentum/exercise/third",
    ]);
    expect(new Set(statements.map(({ verb }) => verb.id))).toEqual(
      new Set(["http://adlnet.gov/expapi/verbs/answered"]),
    );
    expect(statements[1]).toMatchObject({
      result: {
        score: { scaled: 0.5, raw: 0.5, min: 0, max: 1 },
        success: false,
        response: "0.5",
      },
      timestamp: "1970-01-01T00:00:02.000Z",
    });
    expect(statements[0]?.result).toMatchObject({ success: true });
    expect(statements[2]?.result.score).toEqual({ scaled: 0, raw: 0, min: 0, max: 2 });
  });

  it("is “completed” and “passed” of the whole once they hold", () => {
    const verbs = (told: typeof whole | typeof report) =>
      made({ report: told })
        .slice(3)
        .map(({ verb, object }) => [verb.display["en"], object.id]);
    const id = "https://example.org/book/momentum/";
    expect(verbs(report)).toEqual([]);
    expect(verbs({ ...whole, passed: false })).toEqual([["completed", id]]);
    expect(verbs(whole)).toEqual([
      ["completed", id],
      ["passed", id],
    ]);
    expect(made({ report: whole }).at(-1)?.result.score?.scaled).toBe(0.75);
  });

  it("of a text that was read is “completed” now, without a score", () => {
    const read = { exercises: [], completed: true, points: 0, full: 0 };
    const [statement, ...others] = statementsOf(packageOf({ exercises: [] }), {
      actor,
      attempts: [],
      report: read,
      now: 9000,
    });
    expect(others).toEqual([]);
    expect(statement).toMatchObject({
      result: { completion: true },
      timestamp: "1970-01-01T00:00:09.000Z",
    });
    expect(statement?.result).not.toHaveProperty("score");
  });

  it("has the same id when it is told again, and another of another learner or attempt", () => {
    const ids = (change = {}) => made(change).map(({ id }) => id);
    expect(ids()).toEqual(ids());
    // How long it took is known to the visit in which it was done, and to no later one.
    expect(made({ attempts: attempts.map((one) => ({ ...one, seconds: 61 })) })).toEqual(made());
    const all = [...ids(), ...ids({ actor: actorOf("18", "https://lms.example") })];
    expect(new Set(all).size).toBe(6);
  });
});

describe("the schema of this test", () => {
  it.each([
    ["no actor", { actor: undefined }],
    ["two names of an actor", { actor: { ...actor, mbox: "mailto:a@b.example" } }],
    ["a verb without an IRI", { verb: { id: "answered", display: { en: "answered" } } }],
    ["a score above its scale", { result: { score: { scaled: 1.5 } } }],
    ["a field of its own", { extra: 1 }],
  ])("refuses %s", (_what, change) => {
    expect(isStatement(JSON.parse(JSON.stringify({ ...made()[0], ...change })))).toBe(false);
  });
});

describe("an actor", () => {
  it("is known by the mail address or the account that was typed", () => {
    expect(actorOf(" ada@example.org ", "https://x.example")).toEqual({
      objectType: "Agent",
      mbox: "mailto:ada@example.org",
    });
    expect(actorOf("u 17", "https://x.example", "Ada")).toEqual({
      objectType: "Agent",
      name: "Ada",
      account: { homePage: "https://x.example", name: "u 17" },
    });
    expect(actorOf("  ", "https://x.example")).toBeUndefined();
  });

  it("of a launch is read, plain or in lists", () => {
    const mbox = { objectType: "Agent", name: "Ada", mbox: "mailto:ada@example.org" };
    expect(readActor(JSON.stringify(mbox))).toEqual(mbox);
    expect(
      readActor('{"name":["Ada"],"mbox":["mailto:ada@example.org"],"objectType":["Agent"]}'),
    ).toEqual(mbox);
    expect(
      readActor('{"account":[{"accountServiceHomePage":"https://x.example","accountName":"17"}]}'),
    ).toEqual({ objectType: "Agent", account: { homePage: "https://x.example", name: "17" } });
  });

  it.each(["", "{", "null", "[]", '{"mbox":"ada"}', '{"account":{"homePage":"x","name":"17"}}'])(
    "of a launch is nobody when it is %j",
    (json) => {
      expect(readActor(json)).toBeUndefined();
    },
  );
});

describe("the UUID of a name", () => {
  // Computed by uuid.uuid5(uuid.NAMESPACE_URL, name) of Python.
  it.each([
    ["http://www.example.com/", "fcde3c85-2270-590f-9e7c-ee003d65e0e2"],
    ["naïve ½", "9a11ac10-7d9d-5d13-8b68-d14dce4357a1"],
    ["x".repeat(200), "cd3580b9-d244-586a-8077-74317319b48d"],
  ])("%s is that of version 5", (name, uuid) => {
    expect(uuidOf(name)).toBe(uuid);
  });
});
