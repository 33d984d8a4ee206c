import { openStore } from "#src/notebook/store.ts";

const store = openStore<number>({
  key: "downhill:learner",
  version: 1,
  validate: (data) =>
    Number.isInteger(data) && Number(data) >= 0 && Number(data) < 2 ** 32
      ? Number(data)
      : undefined,
});

let mine: number | undefined;

/**
 * The number from which this learner's variants are drawn, from 0 below 2³²: chosen once, by chance,
 * and kept in the browser. It tells nothing of who the learner is.
 */
export function learnerSeed(): number {
  mine ??= store.read().value;
  if (mine === undefined) {
    mine = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    store.write(mine);
  }
  return mine;
}
