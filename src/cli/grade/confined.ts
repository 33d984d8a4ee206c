/**
 * First in the process in which a stranger's answer runs, before the script that it is for: makes of
 * standard input and output the two ends of a worker, and takes away what Node has and a worker of
 * the page has not. The process is started without rights to files, processes and add-ons, and where
 * the system can without network; this is the second lock on the same door.
 *
 * A frame is four bytes of length, least first, and that many bytes of data as `v8.serialize` writes it.
 */
type Listener = (event: { readonly data: unknown }) => void;

const node = globalThis.process;
const { writeSync } = node.getBuiltinModule("node:fs");
const { deserialize, serialize } = node.getBuiltinModule("node:v8");
const { Buffer: Bytes } = node.getBuiltinModule("node:buffer");
const { registerHooks } = node.getBuiltinModule("node:module");

const listeners: Listener[] = [];
const scope = globalThis as unknown as Record<string, unknown> & { onmessage?: Listener };

scope["postMessage"] = (data: unknown) => {
  const body = serialize(data);
  const head = new DataView(new ArrayBuffer(4));
  head.setUint32(0, body.length, true);
  writeAll(new Uint8Array(head.buffer));
  writeAll(body);
};
scope["addEventListener"] = (kind: string, listener: Listener) => {
  if (kind === "message") listeners.push(listener);
};

let waiting = Bytes.alloc(0);
node.stdin.on("data", (bytes: Buffer) => {
  waiting = Bytes.concat([waiting, bytes]);
  while (waiting.length >= 4) {
    const length = waiting.readUInt32LE(0);
    if (waiting.length < 4 + length) return;
    const data = deserialize(waiting.subarray(4, 4 + length)) as unknown;
    waiting = waiting.subarray(4 + length);
    for (const listener of listeners) listener({ data });
    scope.onmessage?.({ data });
  }
});
// Who asked is gone.
node.stdin.on("end", () => node.exit());
// What an answer throws after its call is nobody's concern, as in a worker of the page.
node.on("uncaughtException", () => {});

registerHooks({
  resolve(specifier) {
    throw new Error(`"${specifier}" cannot be imported here: only what stands at the top can.`);
  },
});
const silent = () => {};
const methods = [
  "log",
  "info",
  "debug",
  "warn",
  "error",
  "table",
  "dir",
  "trace",
  "assert",
  "time",
  "timeEnd",
  "timeLog",
  "count",
  "group",
  "groupEnd",
  "clear",
];
scope["console"] = Object.fromEntries(methods.map((name) => [name, silent]));
for (const name of [
  "process",
  "global",
  "Buffer",
  "fetch",
  "WebSocket",
  "EventSource",
  "Request",
  "Response",
  "navigator",
  "localStorage",
  "sessionStorage",
  "BroadcastChannel",
  "MessageChannel",
  "MessagePort",
  "require",
  "module",
])
  delete scope[name];

/** A pipe takes as much as it has room for. */
function writeAll(bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length; ) {
    try {
      from += writeSync(1, bytes, from);
    } catch (error) {
      if ((error as { readonly code?: string }).code !== "EAGAIN") throw error;
    }
  }
}

export {};
