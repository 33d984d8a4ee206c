import { z } from "astro/zod";
import { parse } from "yaml";
import { type NotationEntry, notationSchema } from "./notation-schema.ts";

const notation = z.strictObject({
  symbols: z.record(z.string().regex(/^[a-z-]+$/), notationSchema),
  traps: z.array(z.strictObject({ about: z.string(), text: z.string() })),
});

/** The symbols of the book in the order of notation.yml, and letters that mislead. */
export interface Notation {
  readonly symbols: readonly { readonly id: string; readonly data: NotationEntry }[];
  readonly traps: readonly { readonly about: string; readonly text: string }[];
}

/**
 * Reads notation.yml.
 *
 * @throws Error naming the entry that is malformed
 */
export function parseNotation(yaml: string): Notation {
  const read = notation.safeParse(parse(yaml));
  if (!read.success) throw new Error(`notation.yml: ${z.prettifyError(read.error)}`);
  const symbols = Object.entries(read.data.symbols).map(([id, data]) => ({ id, data }));
  return { symbols, traps: read.data.traps };
}
