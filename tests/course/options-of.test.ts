import { describe, expect, test } from "vitest";
import { docsOf } from "#src/course/docs-of.ts";
import { optionsOf, optionsTypeOf } from "#src/course/options-of.ts";

const docs = docsOf(
  `export type Form = "a" | "b";
export interface Common {
  /** The rate. */
  readonly rate: number | Schedule;
  /** Climbs. Default false. */
  readonly maximize?: boolean;
  /** Shrinks. Default 0. */
  readonly decay?: number;
}
export interface Moments {
  /** Retention. Default 0.9, as in PyTorch; the paper has 0.95. With 0, none. */
  readonly beta?: number;
}
export interface Options extends Partial<Omit<Common, "decay">>, Moments {
  /** The rate, in [0, ∞). Default 1e-3: small. */
  readonly rate?: number | Schedule;
  /** Which form. Default "b". */
  readonly form?: Form;
  /** How far. Default: all of it. */
  readonly search?: LineSearch;
  /** Default \`backtracking()\`. */
  readonly other?: LineSearch;
}
export type Either =
  | {
      /** By length. */
      readonly norm: number;
    }
  | Pick<Moments, "beta">;
export function full(method: Method, options: Options = {}): Method {}
export function either(options: Either): Method {}
export function none(): Method {}
export function lost(options: Nowhere): Method {}
`,
  "full.ts",
);
const docOf = (name: string) => docs.find((doc) => doc.name === name);
const options = (name: string) => optionsOf(docOf(name)!, docOf);

describe("the options of a function", () => {
  test("are its own before those that it extends, each once", () => {
    expect(options("full").map(({ name }) => name)).toEqual([
      "rate",
      "form",
      "search",
      "other",
      "beta",
      "maximize",
    ]);
  });

  test("of parts of types and of alternatives are all of them", () => {
    expect(options("either").map(({ name, required }) => [name, required])).toEqual([
      ["norm", true],
      ["beta", false],
    ]);
  });

  test("are none where it takes none", () => {
    expect(options("none")).toEqual([]);
  });

  test("of a type that is not exported are an error", () => {
    expect(() => options("lost")).toThrow("options: the package exports no type Nowhere.");
  });

  test("stand in a type with a name", () => {
    expect(optionsTypeOf(docOf("full")!)).toBe("Options");
    expect(optionsTypeOf(docOf("none")!)).toBeUndefined();
  });
});

describe("an option", () => {
  const option = (name: string) => options("full").find((one) => one.name === name)!;

  test("has its default apart from its meaning, and what is said of the default beside it", () => {
    expect(option("beta")).toEqual({
      name: "beta",
      type: "number",
      required: false,
      meaning: "Retention. With 0, none.",
      default: { code: "0.9", words: ", as in PyTorch; the paper has 0.95" },
    });
    expect(option("rate").default).toEqual({ code: "1e-3", words: ": small" });
    expect(option("rate").meaning).toBe("The rate, in [0, ∞).");
  });

  test("may have a default in words, or in code", () => {
    expect(option("search").default).toEqual({ words: "all of it" });
    expect(option("other").default).toEqual({ code: "backtracking()", words: "" });
  });

  test("that takes words says which", () => {
    expect(option("form").type).toBe('"a" | "b"');
    expect(option("rate").type).toBe("number | Schedule");
  });
});
