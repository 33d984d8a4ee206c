/**
 * `npx node tests/bench/chapter.ts`: what each chapter weighs before anyone touches it, compressed, and
 * how far its parts move while it loads. Needs the built site (`npm run build`).
 */
import { readdirSync } from "node:fs";
import { preview } from "astro";
import { firstLoad } from "./first-load.ts";
import { launch } from "./visit.ts";

const PORT = Number(process.env["DOWNHILL_TEST_PORT"] ?? 4398);
const chapters = readdirSync(new URL("../../content/chapters/", import.meta.url)).map((file) =>
  file.replace(/^\d+-|\.mdx$/g, ""),
);

const server = await preview({ server: { port: PORT }, logLevel: "error" });
const browser = await launch();
const table: Record<string, Record<string, number>> = {};
for (const chapter of chapters) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const load = await firstLoad(page, `http://localhost:${server.port}/${chapter}/`);
  const { html, styles, fonts, scripts, requests, shift } = load;
  table[chapter] = {
    "HTML, KB": kilobytes(html),
    "CSS, KB": kilobytes(styles),
    "fonts, KB": kilobytes(fonts),
    "together, KB": kilobytes(html + styles + fonts),
    "scripts, KB": kilobytes(scripts),
    requests,
    "layout shift": Number(shift.toFixed(4)),
  };
  await context.close();
}
console.table(table);
await browser.close();
await server.stop();

function kilobytes(bytes: number): number {
  return Math.round(bytes / 100) / 10;
}
