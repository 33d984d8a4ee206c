import type { Module, Modules, Namespace } from "./modules.ts";

/** A package as texts, so that a worker without network has its files, and reads only those it needs. */
export interface PackageTexts {
  /** For each specifier the names that it exports, each with the file that defines it. */
  readonly exports: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The text of each file: what a function of `exports` and `require` has in its body. */
  readonly files: Readonly<Record<string, string>>;
}

/** A file that has not come with the texts so far. */
class Missing extends Error {}

/**
 * The modules of a package whose texts come in parts.
 * @param first brings the files that the chapter's own cells need, with all names.
 * @param rest brings what a module needs beyond that; it gets the specifier.
 * @returns the modules, and what brings the first texts before a module is asked for.
 */
export function packageModules(
  specifiers: readonly string[],
  first: () => Promise<PackageTexts>,
  rest: (specifier: string) => Promise<PackageTexts>,
): { readonly modules: Modules; readonly begin: () => Promise<void> } {
  let texts: PackageTexts | undefined;
  const evaluated = new Map<string, Namespace>();

  async function begin() {
    texts ??= await first();
  }

  function require(file: string): Namespace {
    const before = evaluated.get(file);
    if (before) return before;
    const text = texts?.files[file];
    if (text === undefined) throw new Missing(file);
    const exports: Record<string, unknown> = {};
    evaluated.set(file, exports);
    try {
      new Function("exports", "require", text)(exports, require);
    } catch (error) {
      evaluated.delete(file);
      throw error;
    }
    return exports;
  }

  function moduleOf(from: string): Module {
    const homes = () => texts?.exports[from] ?? {};
    const pick = (names: readonly string[]): Namespace =>
      Object.fromEntries(
        names.flatMap((name) => {
          const home = homes()[name];
          return home === undefined ? [] : [[name, require(home)[name]]];
        }),
      );
    return {
      names: () => Object.keys(homes()),
      async load(wanted) {
        await begin();
        const names = wanted === "all" ? Object.keys(homes()) : wanted;
        try {
          return pick(names);
        } catch (error) {
          if (!(error instanceof Missing)) throw error;
          const { exports, files } = await rest(from);
          texts = { exports, files: { ...texts?.files, ...files } };
          return pick(names);
        }
      },
    };
  }

  return {
    modules: Object.fromEntries(specifiers.map((from) => [from, moduleOf(from)])),
    begin,
  };
}
