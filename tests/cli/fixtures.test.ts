import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "downhill-fixtures-"));

/** Gradient descent at rate 0.1 on f = x² from 1: x_k = 0.8^k. */
const good = {
  id: "good",
  problem: "parabola",
  hyperparameters: { lr: 0.1, momentum: 0 },
  start: [1],
  rtol: 1e-12,
  trajectory: { step: [0, 1, 2], x: [[1], [0.8], [0.64]], loss: [1, 0.64, 0.4096] },
};
const sgd = (...cases: object[]) => ({
  section: "A",
  method: "SGD",
  torch_class: "torch.optim.SGD",
  cases,
});

write(
  "parabola.mjs",
  "export default { parabola: { value: ([x]) => x * x, gradient: ([x]) => [2 * x] } };",
);
write("lost.mjs", 'import "./nowhere.mjs";');
write("bare.mjs", "export const parabola = 1;");
write("passing/any-name.json", sgd(good));
write("failing/broken.json", "{");
write("failing/methods.json", {
  ...sgd({ ...good, id: "unknown", torch_class: "torch.optim.Levitation" }, good),
  torch_class: "see case",
  method: "heavy_ball",
});
write(
  "failing/trajectories.json",
  sgd(
    good,
    { ...good, id: "wrong", trajectory: { ...good.trajectory, x: [[1], [0.8], [0.6]] } },
    { ...good, id: "lost", problem: "nowhere" },
  ),
);
write("failing/schedule.json", { section: "Z", method: "Levitate", cases: [{ id: "a" }] });
mkdirSync(join(folder, "empty"));

test("a folder that passes ends with 0, and its paths are meant from where npm was called", () => {
  expect(fixtures("passing", "--problems", "parabola.mjs")).toEqual({
    status: 0,
    stdout: [
      expect.stringMatching(/^any-name\.json {2}1 of 1 passed {2}worst 0\.00\d+$/),
      expect.stringMatching(/^total {10}1 of 1 passed {2}worst 0\.00\d+$/),
    ],
    stderr: "",
  });
});

test("what fails is named, and the end is 1", () => {
  const { status, stdout, stderr } = fixtures("failing", "--problems", "parabola.mjs");
  expect(stderr).toBe("");
  expect(status).toBe(1);
  expect(stdout).toEqual([
    "broken.json        0 of 0 passed  worst –",
    expect.stringMatching(/^ {2}is not JSON: /),
    "methods.json       1 of 2 passed  worst ∞",
    '  unknown: there is no method for "torch.optim.Levitation" here',
    "schedule.json      0 of 1 passed  worst –",
    '  is of no known kind: section "Z", method "Levitate"',
    "trajectories.json  1 of 3 passed  worst ∞",
    "  wrong: x[0] at step 2: 0.64, expected 0.6",
    '  lost: there is no formula for the problem "nowhere". Give it in the module of --problems',
    "total              2 of 6 passed  worst ∞",
  ]);
});

test.each([
  [[], "fixtures: name one folder, got 0: npm run fixtures -- FOLDER [--problems MODULE]"],
  [["a", "b"], "fixtures: name one folder, got 2: npm run fixtures -- FOLDER [--problems MODULE]"],
  [["nowhere"], `fixtures: there is no folder ${join(folder, "nowhere")}`],
  [["empty"], `fixtures: the folder ${join(folder, "empty")} holds no .json file`],
  [["passing", "--problems", "lost.mjs"], /^fixtures: the module \S+lost\.mjs cannot be loaded: /],
  [
    ["passing", "--problems", "bare.mjs"],
    `fixtures: the default export of ${join(folder, "bare.mjs")} must map names to problems`,
  ],
  [["passing", "--folder"], /^fixtures: Unknown option '--folder'/],
])("%j ends with 1 and says why", (args, words) => {
  const { status, stderr } = fixtures(...args);
  expect(stderr).toMatch(words);
  expect(status).toBe(1);
});

/** Runs what `npm run fixtures` runs, called from the folder of the test. */
function fixtures(...args: readonly string[]) {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const [, ...command] = (scripts.fixtures as string).split(" ");
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: folder },
    encoding: "utf8",
  });
  return { status, stdout: stdout.trimEnd().split("\n"), stderr: stderr.trimEnd() };
}

function write(name: string, content: object | string): void {
  const path = join(folder, name);
  mkdirSync(resolve(path, ".."), { recursive: true });
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
}
