/**
 * `npx node tests/bench/updates.ts`: time of one update of momentum, RMSprop and Adam, gradient given,
 * for the package, a loop tuned by hand and other libraries. The processes take turns, so that a
 * busy minute hurts all alike: compare by ratio. The other libraries are installed on first use,
 * in `tests/bench/peers` only.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { installPeers } from "./install-peers.ts";
import { ownImplementations } from "./own-updates.ts";
import { PEERS, RULES, type Rule, SIZES } from "./update-plan.ts";

const ROUNDS = 3;
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

installPeers();

const names = [...Object.keys(ownImplementations), ...Object.keys(PEERS)];
for (const rule of RULES) {
  const rounds = Array.from(
    { length: ROUNDS },
    () => new Map(names.map((n) => [n, timed(n, rule)])),
  );
  const figure = (name: string, n: number) =>
    middle(rounds.map((round) => round.get(name)?.[n]).filter((ns) => ns !== undefined));
  console.log(`\n${rule}: time of one update (and ratio to the tuned loop in double precision)`);
  console.table(
    Object.fromEntries(
      names.map((name) => [
        name,
        Object.fromEntries(
          SIZES.map((n) => [`n = ${n}`, cell(figure(name, n), figure("tuned loop f64", n)!)]),
        ),
      ]),
    ),
  );
}

/** Nanoseconds per update by size, measured in a process of its own. */
function timed(name: string, rule: Rule): Record<number, number> {
  const out = execFileSync(process.execPath, [here("update-timer.ts"), name, rule], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return JSON.parse(out.trim().split("\n").at(-1)!);
}

function middle(numbers: readonly number[]): number | undefined {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function cell(ns: number | undefined, reference: number): string {
  if (ns === undefined) return "";
  const time =
    ns < 1e3
      ? `${ns.toPrecision(3)} ns`
      : ns < 1e6
        ? `${(ns / 1e3).toPrecision(3)} µs`
        : `${(ns / 1e6).toPrecision(3)} ms`;
  return `${time}  (${(ns / reference).toFixed(2)})`;
}
