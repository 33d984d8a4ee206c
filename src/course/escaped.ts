/** A text as HTML that shows it, between tags and in attributes. */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A message with elements between its words as HTML: the words escaped, the elements as they are. */
export function htmlOf(parts: readonly (string | { readonly html: string })[]): string {
  return parts.map((part) => (typeof part === "string" ? escaped(part) : part.html)).join("");
}
