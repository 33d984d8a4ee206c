import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import type { ScormEdition } from "#src/lms/lms-package.ts";

/** An LMS made of scorm-again: it opens a package from a folder of its own, and keeps what it is told. */
export interface Lms {
  /** The page with the package in a frame. */
  readonly address: string;
  /** What each commit has said, the latest last. */
  readonly commits: readonly Commit[];
  close(): Promise<void>;
}

export interface Commit {
  /** When it came, in milliseconds. */
  readonly at: number;
  /** The whole data model, see scorm-again. */
  readonly cmi: Cmi;
}

/** The data model, as deep as a test looks; its leaves are texts. */
export interface Cmi {
  readonly [name: string]: Cmi;
}

/** Where the package lies on the server of the LMS. */
export const PACKAGE_FOLDER = "/course/41/a folder/";

const SCRIPTS = { "1.2": "scorm12.min.js", "2004": "scorm2004.min.js" } as const;
const OBJECTS = { "1.2": "API", "2004": "API_1484_11" } as const;
const CLASSES = { "1.2": "Scorm12API", "2004": "Scorm2004API" } as const;
const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  woff2: "font/woff2",
};

/** @param files of the unpacked package, by their paths */
export async function openLms(
  edition: ScormEdition,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Lms> {
  const commits: Commit[] = [];
  const script = readFileSync(
    resolve(import.meta.dirname, "../../node_modules/scorm-again/dist", SCRIPTS[edition]),
  );
  const folder = PACKAGE_FOLDER;
  const server: Server = createServer((request, response) => {
    const path = decodeURI((request.url ?? "").replace(/[?#].*$/, ""));
    const send = (type: string, body: Uint8Array | string, status = 200) =>
      response.writeHead(status, { "content-type": type }).end(body);
    if (path === "/commit") {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const { cmi } = JSON.parse(Buffer.concat(chunks).toString()) as { readonly cmi: Cmi };
        commits.push({ at: Date.now(), cmi });
        send("application/json", JSON.stringify({ result: "true", errorCode: 0 }));
      });
    } else if (path === "/lms.js") send(TYPES["js"] ?? "", script);
    else if (path === "/") send(TYPES["html"] ?? "", page(edition, folder, commits.at(-1)?.cmi));
    else if (path === "/favicon.ico") send("image/x-icon", "");
    else {
      const file = path.startsWith(folder) ? files[path.slice(folder.length)] : undefined;
      const type = TYPES[path.split(".").at(-1) ?? ""] ?? "application/octet-stream";
      if (file) send(type, file);
      else send("text/plain", `nothing at ${path}`, 404);
    }
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    commits,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        // A browser opens connections ahead, and one without a request is never idle for the server.
        server.closeAllConnections();
      }),
  };
}

function page(edition: ScormEdition, folder: string, saved: Cmi | undefined): string {
  const learner =
    edition === "1.2"
      ? { core: { student_id: "u-17", student_name: "Abel, Ada" } }
      : { learner_id: "u-17", learner_name: "Abel, Ada" };
  return `<!doctype html>
<html lang="en">
  <title>LMS</title>
  <script src="/lms.js"></script>
  <script>
    const api = new ${CLASSES[edition]}({ lmsCommitUrl: "/commit" });
    api.loadFromJSON(${JSON.stringify(saved ?? learner)});
    window.${OBJECTS[edition]} = api;
  </script>
  <h1>LMS</h1>
  <iframe title="Course" src="${folder}index.html" width="1200" height="700"></iframe>
</html>`;
}
