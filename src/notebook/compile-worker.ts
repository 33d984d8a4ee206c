import { compile } from "./compile.ts";

/** Bundled apart from the worker and run in it when a cell first has to be compiled there. */
(globalThis as { downhillCompile?: unknown }).downhillCompile = compile;

// The parsers are slow the first time.
compile("const warm: number = await 1;\nwarm");
