import { mulberry32 } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import { fill } from "./fill.ts";

/** What varies in an exercise. */
export interface Varies {
  /** Raised when the numbers, or what they mean, change: older codes then no longer hold. Default 1. */
  readonly edition: number;
  /** The values that each number may take; the first is the one of the book. */
  readonly numbers: Readonly<Record<string, readonly number[]>>;
  /** Expressions in these numbers that have to come out above 0. */
  readonly where: readonly string[];
}

export type Numbers = Readonly<Record<string, number>>;

/** Which numbers an exercise has: together with its name this gives them, always the same. */
export interface VariantCode {
  readonly edition: number;
  /** The learner, from 0 below 2³². */
  readonly learner: number;
  /** The learner's first, second, … variant, from 1. */
  readonly count: number;
}

/** Draws after which the conditions of an exercise are taken for impossible. */
const DRAWS = 10_000;

/** "1.k3f9.2": edition, learner, count. */
export function writeCode({ edition, learner, count }: VariantCode): string {
  return `${edition}.${learner.toString(36)}.${count}`;
}

/** Reads a code as `writeCode` writes it, spaces and capitals aside, or says what is wrong with it. */
export function readCode(
  text: string,
  varies: Varies,
): { readonly code: VariantCode } | { readonly problem: string } {
  const found = /^(\d{1,4})\.([0-9a-z]{1,7})\.(\d{1,6})$/.exec(text.trim().toLowerCase());
  const code = found && {
    edition: Number(found[1]),
    learner: Number.parseInt(found[2] ?? "", 36),
    count: Number(found[3]),
  };
  if (!code || code.learner >= 2 ** 32 || code.count < 1) {
    return {
      problem: say(
        "“{code}” is no code of a variant. A code looks like 1.k3f9.2: the edition, the learner and a count, with points between. Check it where you have it from.",
        { code: text.trim().slice(0, 40) },
      ),
    };
  }
  if (code.edition !== varies.edition) {
    return {
      problem: say(
        "This code is of edition {edition} of the exercise; here it is edition {own}, whose numbers are drawn otherwise. Ask for a new code, or take new numbers.",
        { edition: code.edition, own: varies.edition },
      ),
    };
  }
  return { code };
}

/** The numbers of the book. */
export function bookNumbers({ numbers }: Varies): Numbers {
  return pick(numbers, () => 0);
}

/**
 * The numbers of a variant, which differ from those of the book. Each is drawn from a seed of its
 * own, made of the exercise, the code and its name, so that none depends on which others there are.
 *
 * @throws RangeError when the conditions of the exercise leave no other numbers
 */
export function variantNumbers(exercise: string, varies: Varies, code: VariantCode): Numbers {
  const book = bookNumbers(varies);
  for (let draw = 0; draw < DRAWS; draw++) {
    const numbers = pick(varies.numbers, (name, count) => {
      const seed = hash(`${exercise} ${writeCode(code)} ${name} ${draw}`);
      return Math.floor(mulberry32(seed)() * count);
    });
    const same = Object.entries(numbers).every(([name, value]) => book[name] === value);
    if (!same && allowed(varies, numbers)) return numbers;
  }
  throw new RangeError(
    `exercise "${exercise}": no numbers but those of the book meet ${varies.where.join(" > 0, ")} > 0. Allow more values or weaker conditions.`,
  );
}

/** Every choice of numbers that the conditions allow, that of the book first. */
export function* allNumbers(varies: Varies): Generator<Numbers> {
  const names = Object.keys(varies.numbers);
  const at = (index: number, taken: Numbers): Iterable<Numbers> => {
    const name = names[index];
    if (name === undefined) return [taken];
    return (varies.numbers[name] ?? []).flatMap((value) => [
      ...at(index + 1, { ...taken, [name]: value }),
    ]);
  };
  for (const numbers of at(0, {})) if (allowed(varies, numbers)) yield numbers;
}

function allowed({ where }: Varies, numbers: Numbers): boolean {
  return where.every((condition) => Number(fill(`=${condition}`, numbers)) > 0);
}

function pick(numbers: Varies["numbers"], index: (name: string, count: number) => number): Numbers {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, values]) => [
      name,
      values[index(name, values.length)] ?? Number.NaN,
    ]),
  );
}

/** A number from 0 below 2³² out of a text: 32-bit FNV-1a of its UTF-16 units. */
export function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return state >>> 0;
}
