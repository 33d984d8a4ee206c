/// <reference lib="webworker" />
import { METHODS } from "./methods.ts";
import { type Row, trainRow } from "./training.ts";

// A row at a time: each is said as soon as it is known.
for (const method of METHODS) postMessage(trainRow(method) satisfies Row);
