/** `npm start`: builds the book and serves it until Ctrl+C. `-- --port N` chooses another port. */
import { createServer } from "node:net";
import { parseArgs } from "node:util";
import { build, preview } from "astro";

process.env.ASTRO_TELEMETRY_DISABLED = "1";

const DEFAULT_PORT = 4321;

const port = readPort(askedPort());

const refusal = await refusalOf(port);
if (refusal) {
  const why =
    refusal === "EADDRINUSE" ? "is taken by another program" : `cannot be had (${refusal})`;
  console.error(
    `start: port ${port} ${why}. Choose another one: npm start -- --port ${port > 1024 ? port + 1 : DEFAULT_PORT}`,
  );
  process.exit(1);
}
console.log("start: building the book …");
await build({ logLevel: "warn" });
const server = await preview({ server: { port }, logLevel: "warn" });
const base = process.env.DOWNHILL_BASE ?? "/";
console.log(
  `start: the book is open at http://localhost:${server.port}${base}\nstart: Ctrl+C closes it.`,
);

function askedPort(): string | undefined {
  try {
    return parseArgs({ options: { port: { type: "string" } } }).values.port;
  } catch (error) {
    console.error(`start: ${(error as Error).message}. What can be said: npm start -- --port N`);
    process.exit(1);
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number < 65536) return number;
  console.error(`start: --port must be a whole number from 1 to 65535, got ${text}.`);
  process.exit(1);
}

/** Why a port cannot be listened at, as the system calls it. */
function refusalOf(candidate: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", ({ code, message }: NodeJS.ErrnoException) => resolve(code ?? message));
    probe.listen(candidate, "localhost", () => probe.close(() => resolve(undefined)));
  });
}
