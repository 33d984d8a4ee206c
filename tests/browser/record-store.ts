import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Statement } from "#src/lms/statements.ts";

/** A store of learning records, on another origin than the page that sends to it. */
export interface RecordStore {
  /** Its address as a launch names it. */
  readonly endpoint: string;
  /** What was posted, refused or not, the latest last. */
  readonly posted: readonly Posted[];
  /** What was kept: by the ids of the statements, in the order in which they came. */
  readonly kept: ReadonlyMap<string, Statement>;
  /** Has the next request refused with this status; those after it are kept. */
  refuseNext(status: number): void;
  close(): Promise<void>;
}

export interface Posted {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly version: string | undefined;
  readonly statements: readonly Statement[];
}

/** Keeps to xAPI 1.0.3 as far as it is asked: the same id with other content is a conflict, 409. */
export async function openRecordStore(): Promise<RecordStore> {
  const posted: Posted[] = [];
  const kept = new Map<string, Statement>();
  const next: number[] = [];
  const server = createServer((request, response) => {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader(
      "access-control-allow-headers",
      "authorization, content-type, x-experience-api-version",
    );
    if (request.method === "OPTIONS") {
      response.writeHead(204).end();
      return;
    }
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const statements = JSON.parse(Buffer.concat(chunks).toString()) as readonly Statement[];
      const { authorization } = request.headers;
      const version = String(request.headers["x-experience-api-version"]);
      posted.push({ path: request.url ?? "", authorization, version, statements });
      const answer = next.shift() ?? (statements.some(isOther) ? 409 : 200);
      if (answer === 200)
        for (const one of statements) if (!kept.has(one.id)) kept.set(one.id, one);
      response.writeHead(answer, { "content-type": "application/json" });
      response.end(JSON.stringify(answer === 200 ? statements.map(({ id }) => id) : {}));
    });
  });
  const isOther = (one: Statement) => {
    const before = kept.get(one.id);
    return before !== undefined && JSON.stringify(before) !== JSON.stringify(one);
  };
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}/xapi/`,
    posted,
    kept,
    refuseNext: (status) => void next.push(status),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        // A browser opens connections ahead, and one without a request is never idle for the server.
        server.closeAllConnections();
      }),
  };
}
