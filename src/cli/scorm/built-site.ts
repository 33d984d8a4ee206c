import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The built book, as files by their paths from its root, such as "momentum/index.html". */
export interface BuiltSite {
  /** Where it was built to be served, beginning and ending in "/". */
  readonly base: string;
  has(path: string): boolean;
  bytes(path: string): Uint8Array;
  text(path: string): string;
}

/** @throws Error in words when the folder holds no built book */
export function openBuiltSite(folder: string): BuiltSite {
  if (!existsSync(join(folder, "index.html")))
    throw new Error(`the book is not built: there is no ${folder}/index.html. Run npm run build.`);
  const files = new Set(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => statSync(join(folder, path)).isFile()),
  );
  const bytes = (path: string) => readFileSync(join(folder, path));
  const text = (path: string) => bytes(path).toString("utf8");
  const [, base] = /<link rel="icon" href="([^"]*)favicon\.svg"/.exec(text("index.html")) ?? [];
  if (base === undefined)
    throw new Error(`${folder}/index.html names no icon, by which the packer finds the base.`);
  return { base, has: (path) => files.has(path), bytes, text };
}
