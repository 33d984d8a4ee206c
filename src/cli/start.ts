/** `npm start`: builds the book and serves it until Ctrl+C. `-- --port N` chooses another port. */
import { createServer } from "node:net";
import { parseArgs } from "node:util";
import { build, preview } from "astro";

process.env.ASTRO_TELEMETRY_DISABLED = "1";

const DEFAULT_PORT = 4321;

const { values } = parseArgs({ options: { port: { type: "string" } } });
const port = readPort(values.port);

if (!(await isFree(port))) {
  console.error(
    `start: port ${port} is taken by another program. Stop that program, or choose another port: npm start -- --port ${port + 1}`,
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

function readPort(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number < 65536) return number;
  console.error(`start: --port must be a whole number from 1 to 65535, got ${text}.`);
  process.exit(1);
}

function isFree(candidate: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(candidate, "localhost", () => probe.close(() => resolve(true)));
  });
}
