import { z } from "astro/zod";
import { parse } from "yaml";
import {
  type CorrectionEntry,
  type SlipEntry,
  type SourceEntry,
  sourcesSchema,
} from "./sources-schema.ts";

/** A subject: what the syllabus calls it, and the sources that have it. */
export interface Subject {
  readonly id: string;
  readonly what: string;
  readonly in: readonly string[];
}

/** The texts that the book grew from, with what each holds, in the order of the syllabus. */
export interface Sources {
  readonly sources: readonly (SourceEntry & { readonly id: string })[];
  readonly subjects: readonly Subject[];
  readonly corrections: readonly (CorrectionEntry & { readonly id: string })[];
  readonly slips: readonly (SlipEntry & { readonly id: string })[];
}

/**
 * Reads sources.yml and puts its entries beside those of syllabus.yml.
 *
 * @throws Error naming the entry that is malformed, in one of the files only, or refers to nothing
 */
export function parseSources(yaml: string, syllabusYaml: string): Sources {
  const syllabus = parseSyllabus(syllabusYaml);
  const read = sourcesSchema.safeParse(parse(yaml));
  if (!read.success) throw new Error(`sources.yml: ${z.prettifyError(read.error)}`);
  const { sources, subjects, corrections, slips } = read.data;
  const entries = new Set([subjects, corrections, slips].flatMap((part) => Object.keys(part)));
  for (const id of entries)
    if (!syllabus.has(id))
      throw new Error(
        `sources.yml: "${id}" is not in syllabus.yml. Correct the id or add it there.`,
      );
  for (const id of syllabus.keys())
    if (!entries.has(id))
      throw new Error(
        `sources.yml: "${id}" of syllabus.yml is missing. Say which sources have it, or where it stands.`,
      );
  const named = [
    ...Object.entries(subjects),
    ...Object.entries(corrections).map(([id, entry]) => [id, entry.in] as const),
  ];
  for (const [id, places] of named)
    for (const place of places)
      if (!(place in sources))
        throw new Error(`sources.yml: "${id}" is in "${place}", which is none of the sources.`);
  for (const [id, { of }] of Object.entries(corrections))
    for (const subject of of)
      if (!(subject in subjects))
        throw new Error(`sources.yml: "${id}" corrects "${subject}", which is no subject.`);
  const inOrder = <Entry>(part: Readonly<Record<string, Entry>>) =>
    [...syllabus.keys()].flatMap((id) => (part[id] ? [{ id, ...part[id] }] : []));
  return {
    sources: Object.entries(sources).map(([id, entry]) => ({ id, ...entry })),
    subjects: [...syllabus].flatMap(([id, what]) =>
      subjects[id] ? [{ id, what, in: subjects[id] }] : [],
    ),
    corrections: inOrder(corrections),
    slips: inOrder(slips),
  };
}

/**
 * Reads syllabus.yml: what the book has to treat, by ids, each in a few words.
 *
 * @throws Error naming the entry that is malformed
 */
export function parseSyllabus(yaml: string): ReadonlyMap<string, string> {
  const read = z
    .record(z.string().regex(/^([SE]-[A-Z]+|X)-\d+$/), z.string().min(3))
    .safeParse(parse(yaml));
  if (!read.success) throw new Error(`syllabus.yml: ${z.prettifyError(read.error)}`);
  return new Map(Object.entries(read.data));
}
