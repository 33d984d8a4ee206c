/** How a run of a text ended. */
export type RunEnd = "ran" | "error" | "stopped";

/** A text that a reader had in a cell. */
export interface Version {
  readonly text: string;
  /** When it was kept or last run, in milliseconds since 1970; absent when nobody noted it. */
  readonly at?: number;
  /** Absent when it was never run. */
  readonly run?: RunEnd;
}

export interface HistoryLimits {
  /** The most versions of a cell. */
  readonly count: number;
  /** The most characters of all its texts together; a single text may be longer. */
  readonly size: number;
}

/** Two hundred cells at their limit still leave a fifth of the five million characters that browsers grant. */
const LIMITS: HistoryLimits = { count: 40, size: 20_000 };

/** So many of the newest versions outlive those that were run. */
const NEWEST = 5;

/** A run that ends as the last one did says something new only after this time, in milliseconds. */
const SAME_RUN = 60_000;

/**
 * The versions of a cell, oldest first, with one more. The text of the newest is not kept again; it
 * is told how it ran instead. When nothing is new the very list that was given comes back.
 */
export function withVersion(
  versions: readonly Version[],
  version: Version,
  limits: HistoryLimits = LIMITS,
): readonly Version[] {
  const newest = versions.at(-1);
  if (version.text.trim() === "") return versions;
  if (newest?.text !== version.text) return thin([...versions, version], limits);
  if (version.run === undefined) return versions;
  const age = (version.at ?? 0) - (newest.at ?? 0);
  if (version.run === newest.run && age < SAME_RUN) return versions;
  return [...versions.slice(0, -1), version];
}

/**
 * The versions that fit within limits. First go those that were never run, then the others, each
 * oldest first, and the newest five after all of them. The newest one always stays.
 */
export function thin(
  versions: readonly Version[],
  { count, size }: HistoryLimits,
): readonly Version[] {
  const kept = [...versions];
  const length = () => kept.reduce((sum, { text }) => sum + text.length, 0);
  while (kept.length > 1 && (kept.length > count || length() > size)) {
    const index = leastWanted(kept);
    kept.splice(index, 1);
    joinTwins(kept, index);
  }
  return kept;
}

/** The versions of a cell as two tabs, or a tab and a file, have them: each once, oldest first. */
export function uniteVersions(
  one: readonly Version[],
  other: readonly Version[],
  limits: HistoryLimits = LIMITS,
): readonly Version[] {
  const has = (list: readonly Version[], { text, at }: Version) =>
    list.some((version) => version.text === text && version.at === at);
  const more = other.filter((version) => !has(one, version));
  if (more.length === 0) return one;
  // What nobody noted the time of comes first; sorting keeps the order of equals.
  const all = [...one, ...more].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  return thin(all, limits);
}

/** The versions with another text than the present one, newest first, each text once. */
export function otherVersions(versions: readonly Version[], present: string): readonly Version[] {
  const byText = new Map<string, Version>();
  for (const version of versions.toReversed()) {
    const newer = byText.get(version.text);
    if (version.text !== present) byText.set(version.text, { ...version, ...newer });
  }
  return [...byText.values()];
}

/** The better half of the versions; of one version, nothing. */
export function halve(versions: readonly Version[]): readonly Version[] {
  if (versions.length < 2) return [];
  return thin(versions, {
    count: Math.floor(versions.length / 2),
    size: Number.POSITIVE_INFINITY,
  });
}

/** The list when the data is one, `undefined` when it is not. */
export function readVersions(data: unknown): readonly Version[] | undefined {
  return Array.isArray(data) && data.every(isVersion) ? data : undefined;
}

function leastWanted(versions: readonly Version[]): number {
  const unrun = versions.slice(0, -NEWEST).findIndex(({ run }) => run === undefined);
  return Math.max(unrun, 0);
}

/** Makes one of two versions that now stand in a row with the same text. */
function joinTwins(versions: Version[], index: number): void {
  const [before, after] = [versions[index - 1], versions[index]];
  if (before === undefined || before.text !== after?.text) return;
  versions.splice(index - 1, 2, { ...before, ...after });
}

function isVersion(data: unknown): data is Version {
  if (typeof data !== "object" || data === null) return false;
  const { text, at, run } = data as Record<string, unknown>;
  return (
    typeof text === "string" &&
    (at === undefined || (typeof at === "number" && Number.isFinite(at))) &&
    (run === undefined || run === "ran" || run === "error" || run === "stopped")
  );
}
