import { z } from "astro/zod";
import { parse } from "yaml";
import { type ConventionEntry, conventionSchema } from "./convention-schema.ts";

/**
 * Reads a file of content/conventions.
 *
 * @param file its name, such as "10-adam.yml"
 * @throws Error naming the file and the field that is malformed
 */
export function parseConvention(yaml: string, file: string): ConventionEntry {
  const read = conventionSchema.safeParse(parse(yaml));
  if (!read.success) throw new Error(`conventions/${file}: ${z.prettifyError(read.error)}`);
  return read.data;
}
