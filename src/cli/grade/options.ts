import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import type { Shard } from "#src/classroom/results-file.ts";

/** What the command is to do. */
export type Options =
  | {
      readonly kind: "grade";
      readonly folder: string;
      readonly assignment: string;
      readonly out: string;
      /** Absent when all files are graded. */
      readonly shard?: Shard;
      readonly jobs: number;
      /** Seconds for one answer. */
      readonly timeout: number;
      /** MB for one answer. */
      readonly memory: number;
      /** The file that the class table saved with comments and points by hand. */
      readonly overrides?: string;
    }
  | {
      readonly kind: "merge";
      readonly files: readonly string[];
      readonly out: string;
      readonly overrides?: string;
    };

export const USAGE = `Usage:
  npm run grade -- FOLDER --assignment FILE [--out FOLDER] [--overrides FILE]
                   [--shard PART/OF] [--jobs N] [--timeout SECONDS] [--memory MB]
  npm run grade -- --merge FILE … [--out FOLDER] [--overrides FILE]`;

/** As on the page of an exercise. */
const TIMEOUT = 10;
const MEMORY = 256;

/** Reads the arguments of the command. @throws Error in words when they make no sense */
export function readOptions(args: readonly string[]): Options {
  const text = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      assignment: text,
      out: text,
      shard: text,
      jobs: text,
      timeout: text,
      memory: text,
      overrides: text,
      merge: { type: "boolean" },
    },
  });
  const out = values.out ?? "results";
  const overrides = values.overrides !== undefined && { overrides: values.overrides };
  if (values.merge) {
    if (positionals.length === 0) throw new Error("--merge needs the files of results to merge.");
    return { kind: "merge", files: positionals, out, ...overrides };
  }
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1)
    throw new Error(`name one folder of submissions, got ${positionals.length}.`);
  if (values.assignment === undefined)
    throw new Error("--assignment is missing: name the file of the assignment.");
  if (overrides && values.shard !== undefined)
    throw new Error(
      "--overrides is for the whole class: give it when the parts are merged, not to one of them.",
    );
  return {
    kind: "grade",
    folder,
    assignment: values.assignment,
    out,
    ...(values.shard !== undefined && { shard: shardIn(values.shard) }),
    jobs: numberIn("jobs", values.jobs, availableParallelism(), 1, 256),
    timeout: numberIn("timeout", values.timeout, TIMEOUT, 1, 3600),
    memory: numberIn("memory", values.memory, MEMORY, 64, 65_536),
    ...overrides,
  };
}

function shardIn(text: string): Shard {
  const [, part = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (part >= 1 && part <= of) return { part, of };
  throw new Error(`--shard must be a part of so many, from 1/4 to 4/4 for four, got ${text}.`);
}

function numberIn(
  name: string,
  text: string | undefined,
  usual: number,
  least: number,
  most: number,
): number {
  if (text === undefined) return usual;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`--${name} must be a whole number from ${least} to ${most}, got ${text}.`);
}
