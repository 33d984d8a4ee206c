/** The rules whose update is timed. */
export const RULES = ["momentum", "rmsprop", "adam"] as const;
export type Rule = (typeof RULES)[number];

/** Numbers of parameters. */
export const SIZES = [2, 100, 10_000, 1_000_000];

/** Modules in `peers/`, and the width of their numbers. */
export const PEERS: Readonly<Record<string, "f64" | "f32">> = {
  "jax-js-f64": "f64",
  "numpy-ts": "f64",
  convnetjs: "f64",
  "brain-js": "f64",
  "js-pytorch": "f64",
  "jax-js-f32": "f32",
  "tfjs-wasm-f32": "f32",
};
