/** Runs a generator to its end and gives what it returns. */
export function runToEnd<R>(steps: Generator<unknown, R, undefined>): R {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}
