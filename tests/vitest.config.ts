import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here(".."),
  resolve: {
    alias: [
      { find: "@downhill/optim/data", replacement: here("../src/optim/src/data/index.ts") },
      { find: "@downhill/optim/problems", replacement: here("../src/optim/src/problems/index.ts") },
      { find: "@downhill/optim", replacement: here("../src/optim/src/index.ts") },
    ],
  },
  // The files share their modules: most of the time of a file was loading the package anew.
  test: {
    isolate: false,
    // Left to itself one of two processors would wait.
    maxWorkers: "100%",
    // No test is about time: on a busy machine a slow one is no failure.
    testTimeout: 60_000,
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/browser/**", "**/node_modules/**"],
  },
});
