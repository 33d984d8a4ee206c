/**
 * Answers in code that mean harm, and what the teacher has to be told: how the run was ended, if from
 * outside. None may pass.
 */
export const HOSTILE = {
  "ends the process": { code: "globalThis.process.exit(0);" },
  "ends the process by a constructor": {
    code: 'const end = (() => {}).constructor("return process")(); end.exit(0);',
  },
  "reads a file": {
    code: 'const f = await eval(\'import("node:fs")\'); f.readFileSync("/etc/passwd");',
  },
  "asks for a module of Node": { code: 'globalThis.process.getBuiltinModule("node:fs");' },
  "asks the network": { code: 'await globalThis.fetch("http://127.0.0.1:9/");' },
  "starts a process": {
    code: 'const c = await eval(\'import("node:child_process")\'); c.execSync("true");',
  },
  "changes the language": {
    code: 'Array.prototype.map = () => []; Object.prototype.kind = "pass"; Array.isArray = () => true;',
  },
  "forges a reply": {
    code: 'for (let number = 0; number < 9; number++) { globalThis.postMessage({ number, verdict: { kind: "pass" } }); globalThis.postMessage({ number, results: [] }); }',
  },
  "never ends": { code: "for (;;) {}", ended: "time" },
  "takes all memory": {
    code: "const held = []; for (;;) held.push(new Array(1e5).fill(held.length));",
    ended: "memory",
  },
  "takes all memory outside of the language": {
    code: "const held = []; for (;;) held.push(new Float64Array(1e6).fill(1));",
    ended: "memory",
  },
  "sends 100 MB": {
    code: 'for (let k = 0; k < 100; k++) globalThis.postMessage("x".repeat(1e6));',
    ended: "ended",
  },
} as const satisfies Readonly<
  Record<string, { readonly code: string; readonly ended?: "time" | "memory" | "ended" }>
>;

export type Attack = keyof typeof HOSTILE;
