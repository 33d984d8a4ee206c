import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".so": "application/wasm",
};

/** Brotli at the level at which hosts compress ahead of time without waiting for minutes. */
const QUALITY = 9;

export interface SiteServer {
  readonly port: number;
  /** Bytes of all answers so far, as sent. */
  sent(): number;
  close(): void;
}

/**
 * Serves folders of files, every text compressed by brotli, as a static host would: the same server
 * for the book and for all that it is compared with.
 * @param folders the folder on the disk for each first part of the path; `""` for all other paths.
 * @param pages pages made in memory, by their path.
 */
export function serveSites(
  folders: Readonly<Record<string, string>>,
  pages: Readonly<Record<string, string>>,
): Promise<SiteServer> {
  const compressed = new Map<string, Buffer>();
  let bytes = 0;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const page = pages[path];
    const file = page === undefined ? fileOf(path, folders) : undefined;
    if (page === undefined && file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = page === undefined ? TYPES[extname(file ?? "")] : TYPES[".html"];
    response.setHeader("content-type", type ?? "application/octet-stream");
    response.setHeader("cache-control", "max-age=3600");
    const body =
      type === undefined
        ? readFileSync(file ?? "")
        : (compressed.get(path) ?? compress(page ?? readFileSync(file ?? "")));
    if (type !== undefined) {
      compressed.set(path, body);
      response.setHeader("content-encoding", "br");
    }
    response.setHeader("content-length", body.length);
    bytes += body.length;
    response.end(body);
  });
  return new Promise((resolve) => {
    server.listen(Number(process.env.DOWNHILL_BENCH_PORT ?? 0), "localhost", () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        sent: () => bytes,
        close: () => server.close(),
      });
    });
  });
}

const compress = (content: string | Buffer) =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });

function fileOf(path: string, folders: Readonly<Record<string, string>>): string | undefined {
  const [, first = "", ...rest] = path.split("/");
  const folder = folders[first];
  const file = folder === undefined ? join(folders[""] ?? "", path) : join(folder, ...rest);
  const index = file.endsWith("/") || path.endsWith("/") ? join(file, "index.html") : file;
  return existsSync(index) && statSync(index).isFile() ? index : undefined;
}
