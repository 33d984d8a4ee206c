const named: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as HTML that shows it, between tags and in attributes of either quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => named[sign] ?? sign);
}
