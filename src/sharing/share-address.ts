/** What a fragment says: a place of the page, and the packed work of somebody. */
export interface Fragment {
  /** The id of an element, or "" for the top of the page. */
  readonly place: string;
  readonly packed?: string;
}

/** Reads `#fig-race`, `#share=…` and `#fig-race&share=…`. */
export function readFragment(hash: string): Fragment {
  const parts = hash.replace(/^#/, "").split("&");
  const packed = parts.find((part) => part.startsWith("share="))?.slice("share=".length);
  const place = parts.find((part) => !part.startsWith("share=")) ?? "";
  return { place, ...(packed !== undefined && { packed }) };
}

/** The inverse of `readFragment`: "" when there is nothing to say. */
export function writeFragment({ place, packed }: Fragment): string {
  const parts = [place, packed === undefined ? "" : `share=${packed}`].filter(Boolean);
  return parts.length === 0 ? "" : `#${parts.join("&")}`;
}

/**
 * The address of a page with somebody's work. The states of widgets stay in its query, where they
 * live; the page to embed is left out of it, or put there.
 * @param address of the page, as the browser has it
 * @param embed the id of the cell or figure that alone is shown
 */
export function shareAddress(address: string, fragment: Fragment, embed?: string): string {
  const { origin, pathname, search } = new URL(address);
  const query = search
    .replace(/^\?/, "")
    .split("&")
    .filter((part) => part !== "" && part.split("=")[0] !== "embed");
  const whole = embed === undefined ? query : [`embed=${encodeURIComponent(embed)}`, ...query];
  return `${origin}${pathname}${whole.length > 0 ? `?${whole.join("&")}` : ""}${writeFragment(fragment)}`;
}

/** The text that puts a cell or figure into another page. */
export function embedText(address: string, title: string, height: number): string {
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${Math.ceil(height)}" style="border: 0" loading="lazy"></iframe>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
