/** A screen that is touched is most often a phone's: its network and its processor are the slow ones. */
const AT_ONCE = "(hover: hover)";
const CHAPTER = /<header class="chapter-head"/;
const SCRIPT = /<script type="module"( async)? src="([^"]+)"><\/script>/g;
const EARLY_LINK = /<link rel="(modulepreload"|preload" as="fetch")/g;
const STYLES = /<link rel="stylesheet" href="([^"]+)">/g;

/**
 * Begins a module of the page, at once or after the first frame; those that are not alone run one after
 * another, as the page has them. A page that nobody sees draws no frame, nor does a part of another page
 * that is out of sight, and both may be waited for.
 */
const BEGIN = `<script>{
const sight = document.hidden || self !== top || matchMedia("${AT_ONCE}").matches ? undefined : new Promise(requestAnimationFrame).then(() => new Promise(setTimeout)).then(() => {
for (const link of document.querySelectorAll('link[media="${AT_ONCE}"]')) link.media = "all";
});
self.beginModule = (src, async = false) => {
const begin = () => document.head.append(Object.assign(document.createElement("script"), { type: "module", async, src }));
if (sight) sight.then(begin);
else begin();
};
}</script>`;

/**
 * The page with module scripts that on a touch screen are asked for when the first frame is drawn, so
 * that the words have the network and the processor to themselves; elsewhere as early as before.
 */
export function withScriptsAfterSight(html: string): string {
  const scripts = [...html.matchAll(SCRIPT)].map(([, , url]) => url!);
  if (scripts.length === 0) return html;
  const links = scripts.map((url) => `<link rel="modulepreload" href="${url}">`).join("");
  return html
    .replace("</head>", `${links}</head>`)
    .replace(EARLY_LINK, (link) => `${link} media="${AT_ONCE}"`)
    .replace(
      SCRIPT,
      (_, async: string | undefined, url: string) =>
        `<script type="module"${async ?? ""}>beginModule("${url}"${async ? ", true" : ""})</script>`,
    )
    .replace("<title>", () => `${BEGIN}<title>`);
}

/**
 * A chapter with its style sheets within it: where readers land, and the long way from the first byte
 * to the first sight is one round trip shorter. Other pages share what is kept of theirs.
 * @param read gives the text of a built file by its path from the root of the site's files.
 */
export function withOwnStyles(html: string, read: (path: string) => string): string {
  if (!CHAPTER.test(html)) return html;
  return html.replace(STYLES, (_, url: string) => {
    // Sheets lie under _astro, whatever path the site is served under.
    return `<style>${read(url.slice(url.indexOf("_astro/")))}</style>`;
  });
}
