import type { Plugin, ResolvedConfig } from "vite";
import { typeLibrary } from "./library.ts";

const name = "virtual:type-library";
const resolved = `\0${name}`;
const devPath = "/@type-library.json";

/** Makes `import url from "virtual:type-library"` the URL of all declarations that cells may need. */
export function typeLibraryFile(): Plugin {
  let config: ResolvedConfig;
  let text: string | undefined;
  const content = () => {
    text ??= JSON.stringify(typeLibrary());
    return text;
  };
  return {
    name: "downhill:type-library",
    configResolved(result) {
      config = result;
    },
    resolveId: (source) => (source === name ? resolved : undefined),
    load(id) {
      if (id !== resolved) return undefined;
      if (config.command === "serve")
        return `export default ${JSON.stringify(config.base.replace(/\/$/, "") + devPath)};`;
      const reference = this.emitFile({
        type: "asset",
        name: "type-library.json",
        source: content(),
      });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!request.url?.split("?")[0]?.endsWith(devPath)) return next();
        response.setHeader("content-type", "application/json; charset=utf-8");
        response.end(content());
      });
    },
  };
}
