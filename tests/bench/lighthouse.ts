/**
 * `npx node tests/bench/lighthouse.ts [PAGE…]`: what Lighthouse says of the pages of the book, as on a
 * desktop and as on a phone. Needs the built site (`npm run build`).
 *
 * The pages come compressed from a server of this machine. Lighthouse computes from what it sees how
 * a slow network and, for the phone, a processor four times slower would change it: the figure for
 * speed is worth something on a quiet machine only. It fails unless the other three are 100.
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { findBrowser } from "../../src/cli/browser.mjs";
import { installPeers, peersFolder } from "./install-peers.ts";
import { serveSites } from "./site-server.ts";

const PAGES = ["", "ewa/", "momentum/", "newton/", "reference/adam/"];
const DEVICES = { desktop: ["--preset=desktop"], phone: [] } as const;
/** A report with the pictures that it holds, in bytes. */
const LARGEST_REPORT = 64 * 2 ** 20;
const run = promisify(execFile);

interface Report {
  readonly categories: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly score: number;
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
      }
    >
  >;
  readonly audits: Readonly<
    Record<
      string,
      { readonly title: string; readonly score: number | null; readonly displayValue?: string }
    >
  >;
}

const site = fileURLToPath(new URL("../../dist", import.meta.url));
if (!existsSync(`${site}/index.html`))
  throw new Error(`${site} must hold the built site. Build it first: npm run build`);
installPeers();
const server = await serveSites({ "": site }, {});
const scores: Record<string, Record<string, number>> = {};
const lost: string[] = [];
for (const page of process.argv.length > 2 ? process.argv.slice(2) : PAGES)
  for (const [device, flags] of Object.entries(DEVICES)) {
    const { categories, audits } = await report(`http://localhost:${server.port}/${page}`, flags);
    const row = `/${page} ${device}`;
    scores[row] = Object.fromEntries(
      Object.values(categories).map(({ title, score }) => [title, Math.round(100 * score)]),
    );
    for (const { title, auditRefs } of Object.values(categories))
      for (const { id, weight } of auditRefs) {
        const { score, title: what, displayValue = "" } = audits[id]!;
        if (weight > 0 && score !== null && score < 1)
          lost.push(`${row}, ${title}: ${what} ${displayValue} (${Math.round(100 * score)})`);
      }
  }
console.table(scores);
for (const line of lost) console.log(line);
server.close();
const owed = Object.values(scores).flatMap((row) =>
  Object.entries(row).filter(([title, score]) => title !== "Performance" && score < 100),
);
if (owed.length > 0) process.exitCode = 1;

async function report(url: string, flags: readonly string[]): Promise<Report> {
  const program = `${peersFolder}node_modules/lighthouse/cli/index.js`;
  // Without a graphics card a browser that holds its paint draws a page in a phone's size once a
  // second, and all that comes in that second would count as needed for the first sight of it.
  const chrome =
    "--chrome-flags=--headless --no-sandbox --disable-gpu --disable-features=PaintHolding";
  const { stdout } = await run(
    process.execPath,
    [program, url, ...flags, "--quiet", "--output=json", chrome],
    { env: { ...process.env, CHROME_PATH: findBrowser() }, maxBuffer: LARGEST_REPORT },
  );
  return JSON.parse(stdout) as Report;
}
