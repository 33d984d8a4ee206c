import { escaped } from "#src/course/escaped.ts";

/**
 * The address under which a built page wants to be found: its canonical one. None for a page that
 * asks not to be listed, such as the page for no page, or that names no address.
 */
export function listedAddress(html: string): string | undefined {
  if (/<meta name="robots" content="noindex/.test(html)) return undefined;
  return /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
}

/** `sitemap.xml` of the given addresses, as sitemaps.org has it; when a page changed is not claimed. */
export function sitemapText(addresses: readonly string[]): string {
  const urls = addresses.toSorted().map((url) => `  <url><loc>${escaped(url)}</loc></url>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("\n")}
</urlset>
`;
}
