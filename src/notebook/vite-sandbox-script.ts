import { basename } from "node:path";
import { type Alias, build, type Plugin, type ResolvedConfig } from "vite";
import { speaking } from "../language/vite-language.ts";

const query = "?sandbox-script";
/** Marks the module that a request resolves to; the NUL keeps other plugins away from it. */
const mark = "\0sandbox-script:";
const devFolder = "/@sandbox-script/";

/**
 * Makes `import url from "./worker.ts?sandbox-script"` the URL of that file bundled, with all that
 * it imports, into one classic script.
 *
 * A frame of opaque origin can load no worker from the site: the page fetches the text and hands it
 * over, so the script has to stand alone. In the build it is an asset; the dev server bundles it
 * afresh at each request.
 */
export function sandboxScripts(): Plugin {
  let config: ResolvedConfig;
  // Astro builds several environments with one plugin; a script is the same in all of them.
  const bundles = new Map<string, Promise<string>>();
  const served = new Map<string, string>();

  const bundled = (file: string) => {
    const running = bundles.get(file) ?? bundle(file, config);
    bundles.set(file, running);
    return running;
  };

  return {
    name: "downhill:sandbox-script",
    enforce: "pre",

    configResolved(resolved) {
      config = resolved;
    },

    buildStart() {
      bundles.clear();
    },

    async resolveId(source, importer) {
      if (!source.endsWith(query)) return undefined;
      const file = await this.resolve(source.slice(0, -query.length), importer, { skipSelf: true });
      if (!file) {
        throw new Error(
          `${source}: no such file, imported by ${importer}. Check the path before “${query}”.`,
        );
      }
      return mark + file.id;
    },

    async load(id) {
      if (!id.startsWith(mark)) return undefined;
      const file = id.slice(mark.length);
      if (config.command === "serve") {
        const path = `${devFolder}${served.size}/${scriptName(file)}`;
        served.set(path, file);
        return `export default ${JSON.stringify(config.base.replace(/\/$/, "") + path)};`;
      }
      const reference = this.emitFile({
        type: "asset",
        name: scriptName(file),
        source: await bundled(file),
      });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },

    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const path = request.url?.split("?")[0] ?? "";
        const file =
          served.get(path) ?? served.get(path.slice(config.base.replace(/\/$/, "").length));
        if (file === undefined) return next();
        try {
          const text = await bundle(file, config);
          response.setHeader("content-type", "text/javascript; charset=utf-8");
          response.setHeader("cache-control", "no-store");
          response.end(text);
        } catch (error) {
          next(error);
        }
      });
    },
  };
}

const scriptName = (file: string) => basename(file).replace(/\.[jt]s$/, ".sandbox.js");

/** One self-contained script, with the aliases of the site and its language, and no other plugin. */
async function bundle(file: string, config: ResolvedConfig): Promise<string> {
  const alias = config.resolve.alias.filter(
    ({ find }) => typeof find === "string" && !find.startsWith("astro"),
  );
  const result = await build({
    configFile: false,
    envDir: false,
    root: config.root,
    logLevel: "warn",
    publicDir: false,
    plugins: [speaking()],
    resolve: { alias: alias as Alias[] },
    build: {
      write: false,
      minify: config.command === "build",
      target: "es2022",
      rolldownOptions: { input: file, output: { format: "iife", codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    "output" in one ? one.output : [],
  );
  const chunk = outputs.find((one) => one.type === "chunk");
  if (chunk?.type !== "chunk") throw new Error(`${file}: the bundler made no script of it.`);
  return chunk.code;
}
