import { type KeptAnswer, LOGGED, type Progress, type PutAside } from "./progress.ts";

/**
 * The work on one exercise that was done in two places, two tabs or a tab and a file: the attempts
 * of both, passed if either has, and nothing that was written is lost.
 *
 * @param first its answer stays in its place; another one of the other is put aside
 * @param at when that is, in milliseconds since 1970
 */
export function uniteProgress(first: Progress, other: Progress, at = Date.now()): Progress {
  const log = logOf(first, other);
  const drafts = { ...other.drafts, ...draftOf(other, first), ...first.drafts };
  const aside = [...(first.aside ?? []), ...(other.aside ?? []), ...lostTo(first, other, at)];
  const before = first.before ?? other.before;
  const { answer, failure, variant, ...rest } = other;
  const alone = first.answer === undefined && variant === first.variant;
  return {
    ...rest,
    ...(alone && answer !== undefined && { answer, ...(failure && { failure }) }),
    ...first,
    attempts: Math.max(
      first.attempts + missing(other, first).length,
      other.attempts + missing(first, other).length,
    ),
    passed: first.passed || other.passed,
    hints: Math.max(first.hints, other.hints),
    ...(log.length > 0 && { log }),
    ...(before !== undefined && { before }),
    ...(Object.keys(drafts).length > 0 && { drafts }),
    ...(aside.length > 0 && { aside: eachOnce(aside) }),
  };
}

/** What was put aside, the present answer excepted, with one more. */
export function putAside(progress: Progress, answer: KeptAnswer, at = Date.now()): Progress {
  const { variant } = progress;
  const one = { answer, at, ...(variant !== undefined && { variant }) };
  return isEmpty(answer)
    ? progress
    : { ...progress, aside: eachOnce([...(progress.aside ?? []), one]) };
}

/** Attempts in a log that another has neither now nor has forgotten. */
function missing({ log = [] }: Progress, { log: known = [] }: Progress) {
  const from = known.length < LOGGED ? 0 : (known[0]?.at ?? 0);
  return log.filter((one) => one.at >= from && !known.some((two) => same(one, two)));
}

function logOf(first: Progress, other: Progress) {
  const more = (other.log ?? []).filter((one) => !first.log?.some((two) => same(one, two)));
  return [...(first.log ?? []), ...more].sort((a, b) => a.at - b.at).slice(-LOGGED);
}

/** The answer of the other, when it is to other numbers than the first shows. */
function draftOf({ answer, variant = "" }: Progress, first: Progress) {
  if (answer === undefined || variant === (first.variant ?? "")) return {};
  return isEmpty(answer) ? {} : { [variant]: answer };
}

/** Texts of the other that have no place beside those of the first. */
function lostTo(first: Progress, other: Progress, at: number): readonly PutAside[] {
  const own = other.variant ?? "";
  const displaced = (
    answer: KeptAnswer | undefined,
    place: KeptAnswer | undefined,
    variant = "",
  ) =>
    answer === undefined || isEmpty(answer) || place === undefined || same(answer, place)
      ? []
      : [{ answer, at, ...(variant !== "" && { variant }) }];
  return [
    ...displaced(
      other.answer,
      own === (first.variant ?? "") ? first.answer : first.drafts?.[own],
      own,
    ),
    ...displaced(other.before, first.before),
    ...Object.entries(other.drafts ?? {}).flatMap(([variant, answer]) =>
      displaced(answer, first.drafts?.[variant], variant),
    ),
  ];
}

function eachOnce(aside: readonly PutAside[]): readonly PutAside[] {
  return [...aside]
    .sort((a, b) => a.at - b.at || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    .filter(
      (one, index, all) =>
        all.findIndex(
          ({ answer, variant }) => same(answer, one.answer) && variant === one.variant,
        ) === index,
    )
    .slice(-LOGGED);
}

const isEmpty = (answer: KeptAnswer) =>
  typeof answer === "string" ? answer.trim() === "" : answer.every((part) => part === "");

/** Whether two progresses say the same, in whatever order they say it. */
export function isSameProgress(one: Progress, other: Progress): boolean {
  return inOrder(one) === inOrder(other);
}

const inOrder = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
