import { readVersions, uniteVersions, type Version } from "#src/notebook/history.ts";
import { readProgress } from "./progress.ts";
import { uniteProgress } from "./unite-progress.ts";
import type { Work } from "./work-file.ts";

const VERSIONS = ":versions";
const NOTEBOOK = /^downhill:notebook:(.+)$/;
const DAMAGED = /^(.+\.damaged)\.\d+$/;

/**
 * Work of two places in one: that of a file beside what is here. Where both have something of the
 * same, the file's text stands and the one that was here is an earlier version; attempts at an
 * exercise are united; a notebook that is another one in the file comes beside the one here; a choice
 * of the reader's, such as light or dark, stays.
 *
 * @param at when that is, in milliseconds since 1970
 */
export function uniteWork(here: Work, file: Work, at: number): Work {
  const united: Record<string, string> = { ...here };
  for (const [key, raw] of Object.entries(withNewNames(here, file))) {
    const present = united[key];
    if (present === undefined) united[key] = raw;
    else if (present !== raw) Object.assign(united, bothOf(key, present, raw, united, at));
  }
  return united;
}

/** What a key, and others for its sake, hold when both places have something under it. */
function bothOf(key: string, present: string, raw: string, united: Work, at: number): Work {
  const [damaged] = DAMAGED.exec(key)?.slice(1) ?? [];
  if (damaged !== undefined) return beside(damaged, raw, united);
  if (!/^downhill:(cell|exercise):/.test(key)) return {};
  const [ours, theirs] = [valueIn(present), valueIn(raw)];
  if (theirs === undefined) return beside(`${key}.damaged`, raw, united);
  if (ours === undefined) return { ...beside(`${key}.damaged`, present, united), [key]: raw };
  if (key.startsWith("downhill:exercise:")) {
    const [mine, other] = [readProgress(ours.value), readProgress(theirs.value)];
    if (!other) return beside(`${key}.damaged`, raw, united);
    return mine ? { [key]: written(raw, uniteProgress(other, mine, at)) } : { [key]: raw };
  }
  if (key.endsWith(VERSIONS)) {
    const [mine = [], other = []] = [readVersions(ours.value), readVersions(theirs.value)];
    return { [key]: written(raw, uniteVersions(mine, other)) };
  }
  return { [key]: raw, ...withTexts(key, ours.value, theirs.value, united, at) };
}

/** The earlier versions of a cell with the texts that give way to those of the file. */
function withTexts(key: string, ours: unknown, theirs: unknown, united: Work, at: number): Work {
  const { source, before } = (ours ?? {}) as Record<string, unknown>;
  const stands = ((theirs ?? {}) as Record<string, unknown>)["source"];
  const texts = [before, source].filter((one) => typeof one === "string" && one !== stands);
  if (texts.length === 0) return {};
  const name = `${key}${VERSIONS}`;
  const kept = readVersions(valueIn(united[name] ?? "")?.value) ?? [];
  const more = (texts as readonly string[]).map((text): Version => ({ text, at }));
  return { [name]: JSON.stringify({ version: 1, value: uniteVersions(kept, more) }) };
}

/** The work of a file, in which a notebook that is another one than that here has a name of its own. */
function withNewNames(here: Work, file: Work): Work {
  const names = new Map<string, string>();
  for (const [key, raw] of Object.entries(file)) {
    const [, id] = NOTEBOOK.exec(key) ?? [];
    const present = here[key];
    if (id === undefined || DAMAGED.test(key) || present === undefined || present === raw) continue;
    let n = 2;
    while (`downhill:notebook:${id}${n}` in here || `downhill:notebook:${id}${n}` in file) n++;
    names.set(id, `${id}${n}`);
  }
  const renamed = (key: string) =>
    key.replace(
      /^(downhill:(?:notebook:|cell:notebook\.))([^:]+)/,
      (_, start: string, id: string) => start + (names.get(id) ?? id),
    );
  return Object.fromEntries(Object.entries(file).map(([key, raw]) => [renamed(key), raw]));
}

/** A text under the first free number, unless it is there already. */
function beside(name: string, raw: string, united: Work): Work {
  let n = 1;
  for (; `${name}.${n}` in united; n++) if (united[`${name}.${n}`] === raw) return {};
  return { [`${name}.${n}`]: raw };
}

function valueIn(raw: string): { readonly value: unknown } | undefined {
  try {
    const data: unknown = JSON.parse(raw);
    return typeof data === "object" && data !== null && "value" in data
      ? { value: data.value }
      : undefined;
  } catch {
    return undefined;
  }
}

/** A value in the format of a save. */
const written = (raw: string, value: unknown) => JSON.stringify({ ...JSON.parse(raw), value });
