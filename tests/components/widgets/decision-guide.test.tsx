import { methodCards } from "@downhill/optim";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import DecisionGuide from "#components/widgets/DecisionGuide.tsx";
import { allArguments } from "#components/widgets/decision-guide/arguments.ts";
import {
  type Answers,
  candidates,
  questions,
  UNSAID,
} from "#components/widgets/decision-guide/guide.ts";
import { guideFields } from "#components/widgets/decision-guide/state.ts";
import { changesOf, weigh } from "#components/widgets/decision-guide/verdict.ts";
import { guideSummary, guideTable, signed } from "#components/widgets/decision-guide/words.ts";
import { formatState, initialState, parseState } from "#components/widgets/url-state.ts";

const initial: Answers = initialState(guideFields);
const silent = Object.fromEntries(questions.map(({ id }) => [id, UNSAID])) as unknown as Answers;
const first = (answers: Partial<Answers>) =>
  weigh({ ...silent, ...answers })[0]?.candidate.id as string;

describe("the decision guide", () => {
  it.each([
    [
      "sparse click features, convex",
      { gradient: "batch", kind: "linear", sparse: "yes" },
      "adagrad",
    ],
    [
      "a transformer from scratch",
      { gradient: "batch", size: "large", kind: "transformer", length: "known" },
      "adamw",
    ],
    [
      "a residual network on images with time to tune",
      { gradient: "batch", size: "large", kind: "convolutional", tuning: "many", length: "known" },
      "sgd",
    ],
    [
      "a fit of 200 parameters, exactly",
      { gradient: "exact", size: "small", kind: "function" },
      "lbfgs",
    ],
    [
      "fine-tuning where memory is short",
      { gradient: "batch", size: "large", kind: "transformer", memory: "none" },
      "light",
    ],
    [
      "a length that is not known",
      { gradient: "batch", size: "large", length: "open" },
      "schedule-free",
    ],
    ["no time to tune at all", { tuning: "few" }, "prodigy"],
  ])("makes the case that the chapter makes: %s", (_, answers, candidate) => {
    expect(first(answers)).toBe(candidate);
  });

  it("puts Newton’s method close behind L-BFGS on a small exact fit", () => {
    const [one, two] = weigh({ ...silent, gradient: "exact", size: "small", kind: "function" });
    expect(two?.candidate.id).toBe("newton");
    expect((one?.score ?? 0) - (two?.score ?? 0)).toBeLessThanOrEqual(1);
  });

  it("speaks for every candidate somewhere, and against every one", () => {
    for (const { id } of candidates) {
      const own = allArguments.filter(({ candidate }) => candidate === id);
      expect(`${id} ${own.some(({ weight }) => weight > 0)}`).toBe(`${id} true`);
      if (id !== "light")
        expect(`${id} ${own.some(({ weight }) => weight < 0)}`).toBe(`${id} true`);
    }
  });

  it("argues about questions and answers that there are, once each", () => {
    const seen = new Set<string>();
    for (const { question, answer, candidate, weight } of allArguments) {
      const asked = questions.find(({ id }) => id === question);
      expect(asked?.answers.map(({ id }) => id)).toContain(answer);
      expect(Math.abs(weight)).toBeGreaterThanOrEqual(1);
      expect(Math.abs(weight)).toBeLessThanOrEqual(4);
      seen.add(`${question} ${answer} ${candidate}`);
    }
    expect(seen.size).toBe(allArguments.length);
  });

  it("adds up what is for and against", () => {
    for (const standing of weigh(initial)) {
      const all = [...standing.for, ...standing.against];
      expect(all.reduce((sum, { weight }) => sum + weight, 0)).toBe(standing.score);
    }
    expect(weigh(silent).every(({ score }) => score === 0)).toBe(true);
  });

  it("says truly which single answers would change the verdict", () => {
    const before = weigh(initial)[0]?.candidate;
    const changes = changesOf(initial);
    expect(changes.length).toBeGreaterThan(2);
    for (const { question, answer, candidate } of changes) {
      const after = weigh({ ...initial, [question.id]: answer.id })[0]?.candidate;
      expect(after).toBe(candidate);
      expect(after).not.toBe(before);
    }
    const answers = questions.reduce((sum, question) => sum + question.answers.length, 0);
    expect(changes.length).toBeLessThan(answers / 2);
    expect(changes.map(({ question, answer }) => `${question.id} ${answer.id}`)).toEqual([
      "kind convolutional",
      "memory one",
      "memory none",
      "length open",
    ]);
  });

  it("links to methods that there are", () => {
    const known = methodCards.map(({ id }) => id);
    for (const { methods } of candidates)
      for (const method of methods) expect(known).toContain(method);
  });

  it("keeps its answers in the address", () => {
    const state = { ...initial, kind: "linear", sparse: "yes" };
    expect(formatState(state, guideFields)).toBe("kind:linear,sparse:yes");
    expect(parseState("kind:linear,sparse:perhaps", guideFields)).toEqual({
      ...initial,
      kind: "linear",
    });
  });

  it("is said in words", () => {
    expect(guideSummary(weigh(initial))).toMatch(
      /^The stronger case is for AdamW, warm-up and decay\. The next, for /,
    );
    expect(guideSummary(weigh(silent))).toBe("Nothing said so far speaks for any candidate.");
    expect([signed(2), signed(0), signed(-3)]).toEqual(["+2", "0", "−3"]);
  });
});

describe("DecisionGuide on the server", () => {
  const html = renderToString(<DecisionGuide />);

  it("asks every question and shows reasons, before any script runs", () => {
    for (const { text } of questions) expect(html).toContain(`<legend>${text}</legend>`);
    expect(html).toContain("nearly all published recipes use it");
    expect(html).toContain("What would change the verdict");
    expect(html).toContain("If it does not work.");
    expect(html).not.toMatch(/NaN|undefined/);
  });

  it("holds every argument in a table", () => {
    const { rows } = guideTable();
    expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length);
    expect(html.match(/<th scope="row">/g)).toHaveLength(allArguments.length);
    for (const { reason } of allArguments) expect(html).toContain(reason.replaceAll("’", "’"));
  });
});
