import { applyPatch, structuredPatch } from "diff";

/** So many common lines around a change have to be there for it to be put into another text. */
const CONTEXT = 2;

/**
 * A text with the changes that two others make to their common origin, where these do not touch;
 * else `undefined`. Both ways of putting them together have to give the same text, so that no change
 * lands beside a place that only looks like its own.
 */
export function bothChanges(base: string, one: string, other: string): string | undefined {
  const there = withChange(one, base, other);
  return there !== undefined && there === withChange(other, base, one) ? there : undefined;
}

function withChange(text: string, from: string, to: string): string | undefined {
  const patch = structuredPatch("", "", `${from}\n`, `${to}\n`, "", "", { context: CONTEXT });
  const patched = applyPatch(`${text}\n`, patch);
  return patched === false ? undefined : patched.replace(/\n$/, "");
}
