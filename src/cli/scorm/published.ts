/**
 * Where the book is published, ending in "/", or nothing when nobody has said.
 *
 * @param site from the environment, such as "https://example.org"
 * @param base where the site was built to be served, beginning and ending in "/"
 * @throws Error in words when the site is no address of the web
 */
export function publishedAt(site: string | undefined, base: string): string | undefined {
  if (site === undefined || site === "") return undefined;
  if (!/^https?:/.test(site) || !URL.canParse(site))
    throw new Error(`DOWNHILL_SITE must be an address such as https://example.org, got ${site}.`);
  return new URL(base, site).href;
}
