/** Why an answer could not be judged, found while its code ran. */
export interface Problem {
  readonly stage: "names" | "run";
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

/** What one call gave, as plain data; `args` are its arguments as the call left them. */
export type CallResult =
  | { readonly kind: "returned"; readonly value: unknown; readonly args: readonly unknown[] }
  | { readonly kind: "threw"; readonly problem: Problem; readonly args: readonly unknown[] };

/** Calls a function several times, one after another, each time with the arguments given. */
export type Call = (calls: readonly (readonly unknown[])[]) => Promise<readonly CallResult[]>;

/**
 * Where a learner's code runs. It may be a stranger's: apart from the check, it can neither read
 * nor change what judges it, and all that it can forge are the results of its own calls.
 */
export interface Answerer {
  /** Runs an answer and looks for its function. Returns what stands in the way, if anything does. */
  open(source: string, name: string): Promise<Problem | undefined>;
  readonly call: Call;
}
