/**
 * How many evaluations our minimizers need until ‖∇f‖∞ ≤ 1e-8, beside SciPy's on the same
 * functions, and how long L-BFGS takes.
 *
 *     npx node --conditions=downhill-source tests/bench/minimizers.ts [seed]
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bfgs, lbfgs, type Method, minimize, nonlinearCg, run, type State } from "@downhill/optim";
import { chainedRosenbrock } from "@downhill/optim/problems";
import { type PeerProblem, peerProblems } from "./peer-problems.ts";

const TOLERANCE = 1e-8;
const STEPS = 20_000;
const methods: readonly { readonly ours: Method<State>; readonly scipy: string }[] = [
  { ours: lbfgs(), scipy: "L-BFGS-B" },
  { ours: bfgs(), scipy: "BFGS" },
  { ours: nonlinearCg(), scipy: "CG" },
];

const problems = peerProblems(Number(process.argv[2] ?? 1));
const peer = scipyCounts(problems);
console.log(
  peer === undefined ? "python3 with scipy is not here: ours alone" : `SciPy ${peer.version}`,
);
console.table(
  Object.fromEntries(
    problems.map((problem) => [
      problem.name,
      Object.fromEntries(
        methods.flatMap(({ ours, scipy }) => [
          [ours.name, evaluations(ours, problem) ?? "never"],
          ...(peer === undefined ? [] : [[scipy, peer.counts[problem.name]![scipy] ?? "never"]]),
        ]),
      ),
    ]),
  ),
);
console.log(`L-BFGS in place, Rosenbrock 100: ${medianMilliseconds().toFixed(2)} ms (median)`);

/** Points at which f or ∇f was evaluated. */
function evaluations(method: Method<State>, { objective, start }: PeerProblem): number | undefined {
  const { frames, outcome } = run(method, objective, start, {
    steps: STEPS,
    until: ({ gradientMax }) => gradientMax <= TOLERANCE,
  });
  const { calls } = frames.at(-1)!;
  return outcome.kind === "converged" ? Math.max(calls.f, calls.g) : undefined;
}

interface ScipyCounts {
  readonly version: string;
  readonly counts: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
}

function scipyCounts(list: readonly PeerProblem[]): ScipyCounts | undefined {
  const input = JSON.stringify(list.map(({ name, start, data }) => ({ name, start, data })));
  const script = fileURLToPath(new URL("minimizers-scipy.py", import.meta.url));
  const { status, stdout } = spawnSync("python3", [script], { input, encoding: "utf8" });
  return status === 0 ? JSON.parse(stdout) : undefined;
}

function medianMilliseconds(): number {
  const problem = chainedRosenbrock(100);
  const times = Array.from({ length: 300 }, () => {
    const began = performance.now();
    minimize(lbfgs(), problem, problem.start, { gradientTolerance: TOLERANCE });
    return performance.now() - began;
  });
  return times.slice(100).sort((a, b) => a - b)[100]!;
}
