/**
 * Data as one text that does not depend on the order in which its fields were written: JSON without
 * spaces, the names of each record in the order of their code units. Fields that are undefined are
 * left out, as in JSON.
 */
export function canonical(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)),
        )
      : value,
  );
}

/**
 * SHA-256 of the canonical text of some data, as 64 hexadecimal digits; nothing where the browser
 * computes none, which is so on pages that came without https.
 *
 * It tells that data was changed since it was made. It proves nothing about who made it: whoever
 * changes the data can compute a new one.
 */
export async function digestOf(data: unknown): Promise<string | undefined> {
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto };
  if (!subtle) return undefined;
  const bytes = await subtle.digest("SHA-256", new TextEncoder().encode(canonical(data)));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
