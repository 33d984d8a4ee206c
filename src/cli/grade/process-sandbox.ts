import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Ended } from "#src/classroom/judge.ts";
import type { Sandbox } from "#src/notebook/sandbox.ts";

export interface ProcessOptions {
  /** A classic script that begins with `confined.ts`; the only file that the process may read. */
  readonly file: string;
  /** Most memory of the language, in MB. What lies outside of it, such as large arrays, has as much again. */
  readonly memory: number;
  /** Called with whatever the process posts. It is a stranger's data: check its shape. */
  readonly onMessage: (data: unknown) => void;
  /** The process ended, and a fresh one is being made ready. Not called for `restart` and `dispose`. */
  readonly onLost: (reason: string, ended: Ended) => void;
}

/** Most bytes that the process may send after one that was sent to it. */
const ALLOWANCE = 32 * 1024 * 1024;
/** Memory that Node itself takes, in MB. */
const NODE_ITSELF = 100;
/** How often the memory of the process is looked at, in milliseconds. */
const WATCH = 50;

/**
 * A script in a process of its own, in the form of a worker of the page: no rights to files, other
 * processes, add-ons and the environment, no network where the system can close it, and an end when
 * it takes more memory than it may.
 */
export function processSandbox({ file, memory, onMessage, onLost }: ProcessOptions): Sandbox {
  let refresh = () => {};
  let child: ChildProcess | undefined = start();

  function start(): ChildProcess {
    const [program = "", ...args] = commandOf(file, memory);
    const mine = spawn(program, args, {
      cwd: dirname(file),
      env: {},
      stdio: ["pipe", "pipe", "pipe"],
    });
    running.add(mine);
    mine.on("error", ({ message }) => {
      if (mine.pid !== undefined) return;
      console.error(
        `No process could be started for the students' code: ${message}. Nothing was graded wrong. Give a smaller number of --jobs, or end other programs, and grade again.`,
      );
      process.exit(1);
    });
    let said = "";
    let lost: { readonly reason: string; readonly ended: Ended } | undefined;
    const kill = (reason: string, ended: Ended) => {
      lost ??= { reason, ended };
      mine.kill("SIGKILL");
    };
    mine.stderr?.on("data", (bytes: Buffer) => {
      said = (said + bytes.toString("latin1")).slice(-4000);
    });
    // It is written to until the news of its end is here.
    mine.stdin?.on("error", () => {});
    const reader = frames(
      (data) => mine === child && onMessage(data),
      () => kill(FLOODED, "ended"),
    );
    mine.stdout?.on("data", (bytes: Buffer) => lost || reader.read(bytes));
    refresh = reader.refresh;
    const watch = setInterval(() => {
      if (residentMegabytes(mine.pid) > 2 * memory + NODE_ITSELF) kill(OUT_OF_MEMORY, "memory");
    }, WATCH);
    mine.on("close", () => {
      clearInterval(watch);
      running.delete(mine);
      if (mine !== child) return;
      child = start();
      if (lost) onLost(lost.reason, lost.ended);
      else if (/out of memory|Array buffer allocation failed/.test(said))
        onLost(OUT_OF_MEMORY, "memory");
      else onLost(ENDED_ITSELF, "ended");
    });
    return mine;
  }

  return {
    post(data) {
      refresh();
      child?.stdin?.write(framed(data));
    },
    prepare() {},
    restart() {
      const old = child;
      child = start();
      old?.kill("SIGKILL");
    },
    // The system tells at once when a process is lost.
    async sign() {},
    dispose() {
      const old = child;
      child = undefined;
      old?.kill("SIGKILL");
    },
  };
}

const OUT_OF_MEMORY =
  "The code used up the memory that it may use, and was ended. Keep less at a time, for example fewer or shorter arrays.";
const FLOODED =
  "The code sent more data than a check takes, and was ended. Return what the exercise asks for.";
const ENDED_ITSELF =
  "The code ended the process that it ran in. Take out what does that, and check again.";

/** Those that run, so that none is left behind. */
const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const one of running) one.kill("SIGKILL");
});

let closed: readonly string[] | undefined;

/** What closes the network for a process, where the system has it; else nothing. */
function networkLock(): readonly string[] {
  closed ??=
    [
      ["unshare", "-n"],
      ["unshare", "-rn"],
    ].find(
      ([program = "", ...args]) =>
        process.platform === "linux" && spawnSync(program, [...args, "true"]).status === 0,
    ) ?? [];
  return closed;
}

/** Whether the system closes the network, or only the script does. */
export function networkIsClosed(): boolean {
  return networkLock().length > 0;
}

function commandOf(file: string, memory: number): readonly string[] {
  return [
    ...networkLock(),
    process.execPath,
    "--permission",
    `--allow-fs-read=${file}`,
    `--max-old-space-size=${memory}`,
    "--no-warnings",
    file,
  ];
}

function framed(data: unknown): Buffer {
  const body = serialize(data);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.length);
  return Buffer.concat([head, body]);
}

/** Puts what arrives in pieces together to messages. More than the allowance, or no frame at all, ends it. */
function frames(
  take: (data: unknown) => void,
  flooded: () => void,
): { readonly read: (bytes: Buffer) => void; readonly refresh: () => void } {
  let pieces: Buffer[] = [];
  let held = 0;
  let left = ALLOWANCE;
  const read = (bytes: Buffer) => {
    left -= bytes.length;
    if (left < 0) return flooded();
    pieces.push(bytes);
    held += bytes.length;
    const first = pieces[0] as Buffer;
    if (first.length >= 4 && first.readUInt32LE(0) > ALLOWANCE) return flooded();
    if (first.length >= 4 && held < 4 + first.readUInt32LE(0)) return;
    let all = Buffer.concat(pieces);
    while (all.length >= 4) {
      const length = all.readUInt32LE(0);
      if (all.length < 4 + length) break;
      try {
        take(deserialize(all.subarray(4, 4 + length)));
      } catch {
        return flooded();
      }
      all = all.subarray(4 + length);
    }
    pieces = [all];
    held = all.length;
  };
  return {
    read,
    refresh: () => {
      left = ALLOWANCE;
    },
  };
}

/** Memory of a process as the system counts it; 0 where it cannot be told. */
function residentMegabytes(pid: number | undefined): number {
  if (process.platform !== "linux") return 0;
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
