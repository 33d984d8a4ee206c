/**
 * `npx node tests/bench/first-output.ts`: how long a reader waits for a cell, in the book and in other
 * editable pages. Needs the built site (`npm run build`).
 *
 * From the navigation to the first output of a cell: Run is pressed by the page itself, the moment
 * the cell is live, and the clock stops when the output is in the page. Every visit has a browser
 * context of its own, so nothing is cached. All pages come compressed from one server and take
 * turns, so that a busy minute hurts all alike: compare by ratio. The throttled machine has a CPU
 * four times slower, 1.6 Mbit/s and 150 ms of latency. The protocol of the browser can slow main
 * threads only, those of the page and of its frames; workers run at full speed on every page. The
 * network is slow for all.
 *
 * The lower bounds strip the types of a cell and run it, and do nothing else: no graph of cells, no
 * imports, no errors in words. All begin to load their worker before anybody has asked for it. A page
 * with one cell and nothing else is what "the first cell alone" is to be compared with: bare, as the
 * pages of the peers are, or with the fonts and styles of the book; the chapter, which is a long page of
 * mathematics, with the same lower bound in that page.
 *
 * `--light` leaves out the peers that take minutes.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser } from "@playwright/test";
import { editToResult, startLanguageService } from "./editing.ts";
import { installPeers } from "./install-peers.ts";
import {
  buildPeerPages,
  NOT_MEASURED,
  PEER_PAGES,
  pagesFolder,
  servedFolders,
} from "./peer-pages.ts";
import { serveSites } from "./site-server.ts";
import { type FirstOutput, firstOutput, launch, type Machine, openPage } from "./visit.ts";

const MACHINES: readonly Machine[] = ["desktop", "throttled"];
const RUNS: Readonly<Record<Machine, number>> = { desktop: 9, throttled: 5 };
const HEAVY_RUNS: Readonly<Record<Machine, number>> = { desktop: 3, throttled: 1 };
const LIGHT = process.argv.includes("--light");
const RERUNS = 5;
const EDITS = 40;
const FRAME = 1000 / 60;
const CHAPTER = "/momentum/";
const CELL_ALONE = "/cell-alone/";
const CELL_BARE = "/cell-bare/";
const BOUND = "/peers/sandboxed-worker/";
const BOUND_IN_CHAPTER = "/bound-in-chapter/";
const BOUND_ALONE = "/bound-in-look/";

const site = fileURLToPath(new URL("../../dist", import.meta.url));
if (!existsSync(`${site}${CHAPTER}index.html`)) {
  throw new Error(`${site} must hold the built site. Build it first: npm run build`);
}
installPeers();
const missing = await buildPeerPages();
const chapterHtml = readFileSync(`${site}${CHAPTER}index.html`, "utf8");
const server = await serveSites(
  { "": site, peers: pagesFolder, ...servedFolders() },
  {
    [CELL_ALONE]: cellAlone(chapterHtml),
    [CELL_BARE]: bare(cellAlone(chapterHtml)),
    [BOUND_IN_CHAPTER]: withBound(chapterHtml),
    [BOUND_ALONE]: withBound(cellAlone(chapterHtml)),
  },
);
const address = (path: string) => `http://localhost:${server.port}${path}`;
const browser = await launch();

const pages = [
  { title: "the book: chapter on momentum", path: CHAPTER, heavy: false },
  { title: "the book: its first cell alone", path: CELL_ALONE, heavy: false },
  { title: "the same without fonts or styles", path: CELL_BARE, heavy: false },
  { title: "lower bound, sandboxed, in the chapter", path: BOUND_IN_CHAPTER, heavy: false },
  { title: "lower bound, sandboxed, in the book's look", path: BOUND_ALONE, heavy: false },
  ...PEER_PAGES.filter(({ name, heavy }) => !missing.has(name) && !(heavy && LIGHT)).map(
    ({ title, name, heavy = false }) => ({
      title,
      path: `/peers/${name}/`,
      heavy,
    }),
  ),
];
for (const [name, reason] of [...missing, ...Object.entries(NOT_MEASURED)])
  console.log(`Without ${name}: ${reason}.`);

const results = await firstOutputs(browser);
for (const machine of MACHINES) {
  const figures = new Map(pages.map(({ path }) => [path, summary(path, machine)]));
  console.log(`\nFrom navigation to the first output, cold cache, ${machine}`);
  console.table(
    Object.fromEntries(
      pages.map(({ title, path }) => {
        const own = figures.get(path);
        const ratio = (to: string) => ((figures.get(to)?.output ?? NaN) / own!.output).toFixed(2);
        return [
          title,
          {
            "live, ms": Math.round(own!.live),
            "output, ms": Math.round(own!.output),
            "run again, ms": own!.rerun.toFixed(1),
            "sent, KB": Math.round(own!.kilobytes),
            "chapter takes × this": ratio(CHAPTER),
            "cell alone takes × this": ratio(CELL_ALONE),
            "bare cell takes × this": ratio(CELL_BARE),
          },
        ];
      }),
    ),
  );
}
const times = (path: string, bound: string, machine: Machine) =>
  (summary(path, machine).output / summary(bound, machine).output).toFixed(2);
for (const machine of MACHINES)
  console.log(
    `${machine}: cell alone ${times(CELL_ALONE, BOUND_ALONE, machine)} × the sandboxed lower bound in the book's look, bare ${times(CELL_BARE, BOUND, machine)} × that bound bare, chapter ${times(CHAPTER, BOUND_IN_CHAPTER, machine)} × that bound in the chapter, ${times(CHAPTER, BOUND, machine)} × the bound alone (aim: 1.25)`,
  );

console.table(await editing(browser));
await browser.close();
server.close();

interface Visit extends FirstOutput {
  readonly kilobytes: number;
}

/** All visits by path and machine; the first round, in which the server compresses, does not count. */
async function firstOutputs(chrome: Browser): Promise<ReadonlyMap<string, readonly Visit[]>> {
  const visits = new Map<string, Visit[]>();
  for (const machine of MACHINES) {
    for (let round = 0; round <= RUNS[machine]; round++) {
      for (const { path, heavy } of pages) {
        if (round === 0 && machine !== "desktop") continue;
        if (heavy && round > HEAVY_RUNS[machine]) continue;
        const visit = await visitOnce(chrome, path, machine);
        if (round > 0)
          visits.set(`${machine} ${path}`, [...(visits.get(`${machine} ${path}`) ?? []), visit]);
      }
    }
  }
  return visits;
}

async function visitOnce(chrome: Browser, path: string, machine: Machine): Promise<Visit> {
  const page = await openPage(chrome, machine);
  const before = server.sent();
  try {
    const times = await firstOutput(page, address(path), RERUNS);
    return { ...times, kilobytes: (server.sent() - before) / 1000 };
  } catch (error) {
    throw new Error(`${path}, ${machine}: ${error instanceof Error ? error.message : error}`);
  } finally {
    await page.context().close();
  }
}

function summary(path: string, machine: Machine) {
  const visits = results.get(`${machine} ${path}`) ?? [];
  return {
    live: quantile(
      visits.map(({ live }) => live),
      0.5,
    ),
    output: quantile(
      visits.map(({ output }) => output),
      0.5,
    ),
    rerun: quantile(
      visits.flatMap(({ reruns }) => reruns),
      0.5,
    ),
    kilobytes: quantile(
      visits.map(({ kilobytes }) => kilobytes),
      0.5,
    ),
  };
}

/** How the book's first cell answers to edits, and how the page bears the language service. */
async function editing(chrome: Browser) {
  const rows: Record<string, Record<string, string>> = {};
  for (const machine of MACHINES) {
    const edits: number[] = [];
    const services = [];
    for (let run = 0; run < 3; run++) {
      const page = await openPage(chrome, machine);
      await page.goto(address(CHAPTER), { waitUntil: "networkidle" });
      services.push(await startLanguageService(page));
      // The first edit waits for the worker, which the table above has timed.
      edits.push(...(await editToResult(page, EDITS)).slice(1));
      await page.context().close();
    }
    const median = quantile(edits, 0.5);
    const late = quantile(edits, 0.95);
    rows[machine] = {
      "edit to result, median": `${median.toFixed(1)} ms, ${(median / FRAME).toFixed(1)} frames`,
      "95 of 100": `${late.toFixed(1)} ms, ${(late / FRAME).toFixed(1)} frames`,
      "click to first type error": `${Math.round(
        quantile(
          services.map(({ firstProblem }) => firstProblem),
          0.5,
        ),
      )} ms`,
      "longest task meanwhile": `${Math.round(
        quantile(
          services.map(({ longestTask }) => longestTask),
          0.5,
        ),
      )} ms`,
    };
  }
  return rows;
}

/** A page without the fonts and styles of the book. */
function bare(html: string): string {
  return html
    .replaceAll(/<link rel="(stylesheet"|preload"[^>]* as="font")[^>]*>/g, "")
    .replaceAll(/<style[\s\S]*?<\/style>/g, "");
}

/** The chapter with nothing left but its head, its first cell and what makes cells live. */
function cellAlone(html: string): string {
  const between = (start: string, end: string) => {
    const from = html.indexOf(start);
    return html.slice(from, html.indexOf(end, from) + end.length);
  };
  const script = /<script type="module"[^>]*>beginModule\("[^"]*\/cell\.[^"]*"[^<]*<\/script>/.exec(
    html,
  )?.[0];
  if (script === undefined) throw new Error("The chapter must begin the module of its cells.");
  return `<!doctype html><html lang="en">${between("<head>", "</head>")}<body><main data-chapter="alone" data-cells="${CHAPTER}cells.json">${between("<downhill-cell", "</downhill-cell>")}</main>${script}</body></html>`;
}

/** A page of the book with the lower bound's cell in the place of its first, and none of the book's modules. */
function withBound(html: string): string {
  const page = readFileSync(`${pagesFolder}/sandboxed-worker/index.html`, "utf8");
  const [script = ""] = /<script type="module"[^>]*><\/script>/.exec(page) ?? [];
  const [cell = ""] = /<div data-cell>[\s\S]*<\/div>(?=<\/body>)/.exec(page) ?? [];
  return html
    .replaceAll(/<script type="module"[^>]*>[\s\S]*?<\/script>/g, "")
    .replaceAll(/<link rel="(modulepreload|preload" as="fetch)"[^>]*>/g, "")
    .replace(/<downhill-cell[\s\S]*?<\/downhill-cell>/, () => cell)
    .replace("</head>", () => `${script}</head>`);
}

function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
