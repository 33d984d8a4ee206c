import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";

/** A number that has to be kept on the heap takes 12 bytes or more: no step makes even one. */
const NOTHING = 8;
/** Some numbers, as where a rate is worked out anew at every step. An array of 64 takes over 512. */
const SOME_NUMBERS = 256;

let bytes: Record<string, number> = {};
beforeAll(() => {
  const script = fileURLToPath(new URL("allocation-child.ts", import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, ["--expose-gc", script], {
    encoding: "utf8",
  });
  expect(stdout, stderr).not.toBe("");
  bytes = JSON.parse(stdout);
}, 60_000);

test.each(["gradient-descent", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "amsgrad"])(
  "minimize makes no garbage in a step of %s",
  (id) => {
    expect(bytes[id]).toBeLessThan(NOTHING);
  },
);

test("a step of any first-order rule makes no array", () => {
  expect(Object.keys(bytes).length).toBeGreaterThan(20);
  for (const [id, perStep] of Object.entries(bytes))
    expect(perStep, `${id}: bytes per step`).toBeLessThan(SOME_NUMBERS);
});
