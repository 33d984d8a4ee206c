/**
 * `npx node tests/bench/build-growth.ts [CHAPTERS…]`: how long the book takes to build as it grows, beside
 * two makers of static sites. Needs the built site (`npm run build`), and npm for the others.
 *
 * The book has its sixteen chapters and copies of them, with their cells, figures and exercises. The
 * others get the text of the same chapters as plain Markdown with its formulas, and nothing to run.
 * Seconds of the processor tell more than those of the clock where other work is under way. Each may
 * use 16 GB; who needs more, or fails, has that said in the place of the time.
 */
import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const counts = process.argv.slice(2).map(Number);
const COUNTS = counts.length > 0 ? counts : [16, 100, 500];
/** For each build, in MB. */
const MEMORY = 16_384;
const folder = mkdtempSync(join(tmpdir(), "downhill-growth-"));
const files = readdirSync(join(root, "content/chapters")).sort();
const idOf = (file: string) => file.replace(/^\d+-|\.mdx$/g, "");
const plain = files.map((file) =>
  readFileSync(join(root, "dist", idOf(file), "chapter.md"), "utf8"),
);
if (COUNTS.some((count) => !(count >= files.length)))
  throw new Error(`The book has ${files.length} chapters; give no smaller number, got ${COUNTS}.`);

interface Maker {
  readonly title: string;
  /** Makes a site ready of so many chapters, in a folder that is there. */
  prepare(site: string, count: number): void;
  readonly build: readonly [string, ...string[]];
}

const book: Maker = {
  title: "the book: cells run, figures drawn, exercises checked",
  prepare(site, count) {
    for (const name of ["src", "content", "components", "public", "tests"])
      cpSync(join(root, name), join(site, name), {
        recursive: true,
        filter: (path) => !/node_modules|tests\/bench\/peers/.test(path.slice(root.length)),
      });
    for (const name of ["astro.config.mjs", "package.json", "tsconfig.json"])
      copyFileSync(join(root, name), join(site, name));
    symlinkSync(join(root, "node_modules"), join(site, "node_modules"));
    let list = "- part: Copies\n  chapters:\n";
    for (let number = files.length + 1; number <= count; number++) {
      const file = files[(number - 1) % files.length]!;
      const id = `${idOf(file)}-${letters(number)}`;
      copyFileSync(
        join(root, "content/chapters", file),
        join(site, `content/chapters/${number}-${id}.mdx`),
      );
      list += `    - { number: ${number}, id: ${id}, title: Copy ${number}, short: Copy, concepts: [] }\n`;
    }
    if (count > files.length) appendFileSync(join(site, "content/contents.yml"), list);
  },
  build: ["node_modules/.bin/astro", "build"],
};

const starlight: Maker = {
  title: "Starlight with KaTeX: text and formulas",
  prepare(site, count) {
    install(site, {
      "@astrojs/markdown-remark": "^7.3.0",
      "@astrojs/starlight": "0.42.4",
      astro: "7.3.5",
      "rehype-katex": "7.0.1",
      "remark-math": "6.0.0",
    });
    write(
      site,
      "astro.config.mjs",
      `import starlight from "@astrojs/starlight";
import { unified } from "@astrojs/markdown-remark";
import rehypeKatex from "rehype-katex";
import remarkMath from "remark-math";
export default {
  integrations: [starlight({ title: "Chapters" })],
  markdown: { processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] }) },
};`,
    );
    write(
      site,
      "src/content.config.ts",
      `import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
    );
    chaptersIn(site, "src/content/docs", count);
  },
  build: ["node_modules/.bin/astro", "build"],
};

const vitePress: Maker = {
  title: "VitePress with MathJax: text and formulas",
  prepare(site, count) {
    install(site, { "markdown-it-mathjax3": "4.3.2", vitepress: "1.6.4" });
    write(
      site,
      ".vitepress/config.mjs",
      `export default { title: "Chapters", markdown: { math: true }, ignoreDeadLinks: true };`,
    );
    chaptersIn(site, ".", count);
  },
  build: ["node_modules/.bin/vitepress", "build"],
};

const rows: Record<string, Record<string, string>> = {};
for (const count of COUNTS) {
  for (const maker of [book, starlight, vitePress]) {
    const site = join(folder, "site");
    mkdirSync(site);
    try {
      maker.prepare(site, count);
      const row = rowOf(timed(site, maker.build), count);
      rows[maker.title] = { ...rows[maker.title], [`${count} chapters`]: row };
      console.log(`${maker.title}, ${count} chapters: ${row}`);
    } finally {
      rmSync(site, { recursive: true });
    }
  }
}
rmSync(folder, { recursive: true });
console.table(rows);

interface Spent {
  readonly clock: number;
  readonly processor: number;
}

function rowOf(spent: Spent | string, count: number): string {
  if (typeof spent === "string") return spent;
  const { clock, processor } = spent;
  return `${processor.toFixed(0)} s, ${clock.toFixed(0)} s by the clock, ${((processor / count) * 1000).toFixed(0)} ms a chapter`;
}

/** Builds, and says how long it took by the clock and on the processors, in seconds, or why it failed. */
function timed(site: string, [command, ...rest]: Maker["build"]): Spent | string {
  const { status, stderr, stdout } = spawnSync(
    "bash",
    ["-c", 'TIMEFORMAT="spent %R %U %S"; time "$0" "$@"', command, ...rest],
    {
      cwd: site,
      encoding: "utf8",
      env: {
        ...process.env,
        DOWNHILL_OUT: "dist",
        NODE_OPTIONS: `--max-old-space-size=${MEMORY}`,
      },
      maxBuffer: 1e9,
    },
  );
  const spent = /spent ([\d.]+) ([\d.]+) ([\d.]+)/.exec(stderr)?.slice(1).map(Number);
  if (status !== 0 || !spent) {
    console.error(`${stdout}\n${stderr}`.slice(-3000));
    return /heap out of memory/.test(stderr) ? "out of memory" : "failed";
  }
  const [clock = Number.NaN, user = Number.NaN, system = Number.NaN] = spent;
  return { clock, processor: user + system };
}

function install(site: string, dependencies: Readonly<Record<string, string>>): void {
  write(site, "package.json", JSON.stringify({ private: true, type: "module", dependencies }));
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--silent"], {
    cwd: site,
    stdio: "inherit",
  });
}

/** The plain text of so many chapters. */
function chaptersIn(site: string, place: string, count: number): void {
  for (let number = 1; number <= count; number++) {
    const text = plain[(number - 1) % plain.length]!;
    write(
      site,
      join(place, `chapter-${number}.md`),
      `---\ntitle: Chapter ${number}\n---\n\n${text}`,
    );
  }
  write(site, join(place, "index.md"), "---\ntitle: Chapters\n---\n\nThe chapters.\n");
}

function write(site: string, path: string, text: string): void {
  mkdirSync(join(site, path, ".."), { recursive: true });
  writeFileSync(join(site, path), text);
}

/** A number in letters, since the id of a chapter has no digits. */
function letters(number: number): string {
  return number === 0
    ? ""
    : letters(Math.floor(number / 26)) + String.fromCharCode(97 + (number % 26));
}
