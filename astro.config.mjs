// @ts-check
import { fileURLToPath } from "node:url";
import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import react from "@astrojs/react";
import { defineConfig } from "astro/config";
import { previews } from "./components/explain/write-previews.ts";
import { moduleScripts } from "./components/shell/module-scripts.ts";
import { touchDirective } from "./components/shell/touch-integration.ts";
import { speakInNode } from "./src/language/speak-in-node.ts";
import { speaking } from "./src/language/vite-language.ts";
import { typeLibraryFile } from "./src/notebook/types/vite-type-library.ts";
import { sandboxScripts } from "./src/notebook/vite-sandbox-script.ts";
import { offlineCopy } from "./src/offline/integration.ts";
import { katexFonts } from "./src/styles/vite-katex-fonts.ts";

// What speaks to readers is loaded after Node has learned the language of the edition.
speakInNode();
const [{ equations }, { footnotes }, { itemLinks }, { announce }] = await Promise.all([
  import("./src/course/equations.ts"),
  import("./src/course/footnotes.ts"),
  import("./src/course/item-links.ts"),
  import("./src/publishing/announce.ts"),
]);

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

// DOWNHILL_SITE and DOWNHILL_BASE place the book on a host: https://example.org and /book/. DOWNHILL_LANGUAGE
// names the language of its interface.
export default defineConfig({
  site: process.env.DOWNHILL_SITE ?? "http://localhost:4321",
  base: process.env.DOWNHILL_BASE ?? "/",
  outDir: process.env.DOWNHILL_OUT ?? "dist",
  trailingSlash: "always",
  // The last of them lists what the others have made.
  integrations: [
    mdx(),
    react(),
    touchDirective(),
    moduleScripts(),
    previews(),
    announce(),
    offlineCopy(),
  ],
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      features: { math: true, gfm: { footnotes } },
      mdastPlugins: [equations, itemLinks],
    }),
  },
  vite: {
    plugins: [speaking(), sandboxScripts(), typeLibraryFile(), katexFonts()],
    worker: { plugins: () => [speaking()] },
    // Loaded late in the page: named here so that the dev server does not reload when they come.
    optimizeDeps: {
      include: ["@observablehq/plot", "dompurify", "mathlive", "react", "react-dom/client"],
      exclude: ["linkedom"],
    },
    build: {
      // A font within the style sheet would come to every page, also to those without its letters.
      assetsInlineLimit: (file) => (file.endsWith(".woff2") ? false : undefined),
      rolldownOptions: {
        onwarn(warning, warn) {
          // Astro marks its own modules with a directive that the bundler does not know.
          if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
        },
      },
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                // Each page loads its part: all pages the first, pages with a reader's work the
                // second, pages with cells all three. What matches two belongs to the earlier.
                groups: [
                  {
                    name: "page",
                    test: /preload-helper|\/src\/language\/|\/components\/shell\/(when-idle|make)\.|\/components\/cell\/page-read|src\/course\/site-path/,
                    priority: 3,
                  },
                  {
                    name: "work",
                    test: /\/src\/notebook\/(ask-once|fetch-text|store|history|limits|sandbox)\.ts|\/components\/shell\/(save-file|leave-guard|lasting)|src\/grading\/progress\.ts/,
                    priority: 2,
                  },
                  {
                    name: "cell",
                    test: /\/src\/notebook\/(host|built-cells|links|output|progress|protocol|control|markup|control-markup|player-markup|trace-markup)\.ts|\/components\/cell\/(session|edits|history|history-store|cell-element|render|element|controls|keeping|live-setting|run-all|runs|run-clock|settings|shown|status-line|typing-run|duration|ago)\.ts|\/components\/editor\/code-area\.ts|\/components\/sharing\/share-page\.ts|\/components\/reading\/calm\.ts/,
                    priority: 1,
                  },
                ],
              },
            },
          },
        },
      },
    },
    resolve: {
      alias: [
        { find: "@downhill/optim/data", replacement: here("./src/optim/src/data/index.ts") },
        {
          find: "@downhill/optim/problems",
          replacement: here("./src/optim/src/problems/index.ts"),
        },
        { find: "@downhill/optim", replacement: here("./src/optim/src/index.ts") },
      ],
    },
  },
});
