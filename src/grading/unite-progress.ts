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

/**
 * The work of a tab when another one, that shows the same exercise in other numbers, has saved its
 * own: each goes on with its answer, and takes what the other has of all other numbers.
 *
 * @param known what both had last: a text that only one of them has changed since is put aside nowhere
 */
export function uniteBeside(
  ours: Progress,
  theirs: Progress,
  known: Progress,
  at = Date.now(),
): Progress {
  const own = ours.variant ?? "";
  const { answer: _, failure: __, variant: ___, ...rest } = theirs;
  const { [own]: copy, ...others } = answersOf(theirs);
  const before = answersOf(known);
  const drafts = Object.entries(ours.drafts ?? {}).filter(([variant]) => variant !== own);
  const lost = drafts.filter(
    ([variant, answer]) =>
      variant in others && ![others[variant], before[variant]].some(is(answer)),
  );
  // Of what is in our fields they have no more than a copy, unless they have answered it themselves.
  if (copy !== undefined && ![ours.answer, before[own]].some(is(copy))) lost.push([own, copy]);
  const aside = lost
    .filter(([, answer]) => !isEmpty(answer))
    .map(([variant, answer]) => ({ answer, at, ...(variant !== "" && { variant }) }));
  const kept = drafts.filter(([variant]) => !(variant in others));
  const taken = Object.entries(others).filter(([, answer]) => !isEmpty(answer));
  return uniteProgress(
    { ...ours, drafts: Object.fromEntries(kept) },
    {
      ...rest,
      drafts: Object.fromEntries(taken),
      ...((aside.length > 0 || rest.aside) && { aside: [...(rest.aside ?? []), ...aside] }),
    },
    at,
  );
}

/** Whether a tab that shows other numbers has saved all that ours has: then there is nothing to add. */
export function hasAllBeside(theirs: Progress, ours: Progress): boolean {
  const shown = [ours, theirs].map(({ variant }) => variant ?? "");
  const shared = ({ answer: _, failure: __, variant: ___, drafts = {}, ...rest }: Progress) => ({
    ...rest,
    drafts: Object.fromEntries(
      Object.entries(drafts).filter(([variant]) => !shown.includes(variant)),
    ),
  });
  const { answer, variant = "" } = ours;
  const known = answer === undefined || isEmpty(answer) || same(answer, theirs.drafts?.[variant]);
  return known && isSameProgress(shared(ours), shared(theirs));
}

/** Every answer there is, by the code of the numbers that it answers. */
export function answersOf({ answer, variant = "", drafts }: Progress) {
  return { ...drafts, ...(answer !== undefined && { [variant]: answer }) };
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

const is = (one: KeptAnswer) => (other: KeptAnswer | undefined) => same(one, other);

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
