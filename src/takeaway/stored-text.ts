/** What the build stored of a cell, as text: without its marks, and what only the page can do. */
export function storedText(html: string): string {
  return html
    .replace(/<(?:\/tr|\/p|\/pre|\/div|br)>/g, "\n")
    .replace(/<\/t[dh]>/g, "  ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => SIGNS[name] ?? "")
    .replace(/\n{2,}/g, "\n")
    .trim();
}

const SIGNS: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  amp: "&",
};
