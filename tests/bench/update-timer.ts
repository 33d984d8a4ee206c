/**
 * Times one implementation of one rule, at every size, in a process of its own:
 * `npx node tests/bench/update-timer.ts <implementation> <rule>` prints { "2": ns per update, … }.
 * Prints {} where the implementation has no such rule.
 */
import { gauss, mulberry32 } from "#src/optim/src/index.ts";
import { type Implementation, ownImplementations } from "./own-updates.ts";
import { type Rule, SIZES } from "./update-plan.ts";

/** How long one measurement lasts, in milliseconds, and how many there are. */
const SPAN = 60;
const MEASUREMENTS = 9;

const [name = "", rule = ""] = process.argv.slice(2);
const make: Implementation =
  ownImplementations[name] ?? (await import(`./peers/${name}.mjs`)).update;

const figures: Record<number, number> = {};
for (const n of SIZES) {
  const normal = gauss(mulberry32(n));
  const numbers = () => Float64Array.from({ length: n }, normal);
  const update = make(rule as Rule, numbers(), numbers());
  if (update === undefined) continue;
  let k = 0;
  /** Milliseconds that so many updates take. Reading the point makes a lazy library do its work. */
  const time = (updates: number): number => {
    const began = performance.now();
    for (let i = 0; i < updates; i++) update.step(++k);
    if (update.lazy) update.read();
    return performance.now() - began;
  };
  let updates = 1;
  while (time(updates) < SPAN / 3) updates *= 3; // warms up as well
  const times = Array.from({ length: MEASUREMENTS }, () => time(updates) / updates);
  figures[n] = 1e6 * median(times);
  if (!Array.from(update.read()).every(Number.isFinite)) throw new Error(`${name} ${rule}: NaN`);
}
console.log(JSON.stringify(figures));

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}
