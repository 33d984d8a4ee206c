import type { Objective } from "../types.ts";

/** The objective of every run, by its trace or by its frames while they come. */
export const ranOn = new WeakMap<object, Objective>();
