import { resolve } from "node:path";

/** A path as it is meant where the command was called: npm runs scripts in the folder of the project. */
export function fromCaller(path: string): string {
  return resolve(process.env["INIT_CWD"] ?? process.cwd(), path);
}
