import type * as Ts from "typescript";
import { type CellFile, type CodeText, cellFiles } from "./cell-files.ts";

/** A remark of the type checker on a stretch of a cell's text, offsets from 0. */
export interface TypeProblem {
  readonly from: number;
  readonly to: number;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
}

/** A name that could stand at the cursor. */
export interface Completion {
  readonly name: string;
  /** What it is, in TypeScript's words: "function", "property", … */
  readonly kind: string;
  /** The module that would have to be imported. */
  readonly from?: string;
}

/** What is known about a name: its type, and what its author wrote about it. */
export interface Description {
  readonly signature: string;
  readonly docs: string;
}

/** A change of a cell's text. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The call in which the cursor stands. */
export interface CallHelp {
  /** One for each overload. */
  readonly signatures: readonly {
    /** The text before, between and after the parameters joins them to the whole signature. */
    readonly before: string;
    readonly parameters: readonly string[];
    readonly after: string;
    readonly docs: string;
  }[];
  readonly active: number;
  readonly parameter: number;
}

/** Types for the cells of a page. */
export interface TypeService {
  /** Tells it the whole page, which it compares with what it knows. */
  update(cells: readonly CodeText[]): void;
  problems(id: string): readonly TypeProblem[];
  complete(
    id: string,
    at: number,
  ): { readonly from: number; readonly options: readonly Completion[] };
  /** What a completion means, and the import line that it needs. */
  describe(
    id: string,
    at: number,
    completion: Completion,
  ): (Description & { readonly changes: readonly TextChange[] }) | undefined;
  hover(
    id: string,
    at: number,
  ): (Description & { readonly from: number; readonly to: number }) | undefined;
  call(id: string, at: number): CallHelp | undefined;
}

/** Every file that types can come from, by path: the language's, the packages', the notebook's. */
export type TypeLibrary = Readonly<Record<string, string>>;

/** The modules that a cell may import, and the file of the library that each is. */
const MODULES = {
  "@downhill/optim": "/optim/index.d.ts",
  "@downhill/optim/data": "/optim/data/index.d.ts",
  "@downhill/optim/problems": "/optim/problems/index.d.ts",
  "@observablehq/plot": "/plot/index.d.ts",
};

/** Starts the type checker on a library. `ts` is handed in, so that only a worker loads it. */
export function createTypeService(ts: typeof Ts, library: TypeLibrary): TypeService {
  const options: Ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2023.d.ts"],
    types: [],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    paths: Object.fromEntries(Object.entries(MODULES).map(([name, path]) => [name, [path]])),
  };
  let files: readonly CellFile[] = [];
  let byId = new Map<string, CellFile>();
  const versions = new Map<string, { text: string; version: number }>();
  const textOf = (path: string) => versions.get(path)?.text ?? library[path];
  const always = ["/globals.d.ts", ...Object.values(MODULES)].filter((path) => path in library);

  const service = ts.createLanguageService({
    getScriptFileNames: () => [...always, ...files.map(({ path }) => path)],
    getScriptVersion: (path) => String(versions.get(path)?.version ?? 0),
    getScriptSnapshot(path) {
      const text = textOf(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => "/",
    getCompilationSettings: () => options,
    getDefaultLibFileName: () => "/lib/lib.es2023.d.ts",
    fileExists: (path) => textOf(path) !== undefined,
    readFile: textOf,
    directoryExists: () => true,
    getDirectories: () => [],
  });

  const textAt = (parts: readonly Ts.SymbolDisplayPart[] | undefined) =>
    ts.displayPartsToString(parts ? [...parts] : []);
  /** The type of a name without how it came into the cell. */
  const signatureOf = (parts: readonly Ts.SymbolDisplayPart[] | undefined) =>
    textAt(parts)
      .replace(/^\(alias\) /, "")
      .replace(/\nimport [^\n]*$/, "");
  const docsOf = (
    documentation: readonly Ts.SymbolDisplayPart[] | undefined,
    tags: readonly Ts.JSDocTagInfo[] | undefined,
  ) =>
    [textAt(documentation), ...(tags ?? []).map(({ name, text }) => `@${name} ${textAt(text)}`)]
      .filter((line) => line.trim() !== "")
      .join("\n\n");
  /** A stretch of a cell's module as one of the reader's text; undefined when it lies outside. */
  const within = ({ offset, length }: CellFile, start: number, size: number) => {
    const from = start - offset;
    return from < 0 || from > length ? undefined : { from, to: Math.min(from + size, length) };
  };

  return {
    update(cells) {
      files = cellFiles(ts, cells);
      byId = new Map(cells.map(({ id }, i) => [id, files[i]!]));
      for (const { path, text } of files) {
        const known = versions.get(path);
        if (known?.text !== text) versions.set(path, { text, version: (known?.version ?? 0) + 1 });
      }
    },

    problems(id) {
      const file = byId.get(id);
      if (!file) return [];
      const found = [
        ...service.getSyntacticDiagnostics(file.path),
        ...service.getSemanticDiagnostics(file.path),
      ];
      // What the text lacks is missed where the next line begins, which is not the reader's.
      const end = file.offset + file.length;
      return found.flatMap(({ start = 0, length = 0, messageText, category }) => {
        const place = within(file, Math.min(start, Math.max(file.offset, end - 1)), length);
        if (!place) return [];
        const severity =
          category === ts.DiagnosticCategory.Error
            ? "error"
            : category === ts.DiagnosticCategory.Warning
              ? "warning"
              : "info";
        return [
          { ...place, severity, message: ts.flattenDiagnosticMessageText(messageText, "\n") },
        ];
      });
    },

    complete(id, at) {
      const file = byId.get(id);
      const found =
        file && service.getCompletionsAtPosition(file.path, at + file.offset, WITH_IMPORTS);
      if (!file || !found) return { from: at, options: [] };
      const replaced = found.optionalReplacementSpan;
      const from = replaced ? (within(file, replaced.start, replaced.length)?.from ?? at) : at;
      const options = found.entries
        .filter(({ kind }) => kind !== ts.ScriptElementKind.warning)
        .filter(({ source }) => source === undefined || source in MODULES)
        .map(({ name, kind, source }) => ({
          name,
          kind,
          ...(source !== undefined && { from: source }),
        }));
      return { from, options };
    },

    describe(id, at, { name, from }) {
      const file = byId.get(id);
      const details =
        file &&
        service.getCompletionEntryDetails(
          file.path,
          at + file.offset,
          name,
          FORMAT,
          from,
          WITH_IMPORTS,
          undefined,
        );
      if (!file || !details) return undefined;
      const changes = (details.codeActions ?? [])
        .flatMap((action) => action.changes)
        .filter(({ fileName }) => fileName === file.path)
        .flatMap(({ textChanges }) => textChanges)
        .map(({ span, newText }) => {
          // A new import line goes above the lines that are not the reader's: into the first of theirs.
          const start = Math.max(0, span.start - file.offset);
          return {
            from: start,
            to: Math.max(start, span.start + span.length - file.offset),
            insert: newText,
          };
        });
      return {
        signature: signatureOf(details.displayParts),
        docs: docsOf(details.documentation, details.tags),
        changes,
      };
    },

    hover(id, at) {
      const file = byId.get(id);
      const info = file && service.getQuickInfoAtPosition(file.path, at + file.offset);
      const place = file && info && within(file, info.textSpan.start, info.textSpan.length);
      if (!place) return undefined;
      return {
        ...place,
        signature: signatureOf(info.displayParts),
        docs: docsOf(info.documentation, info.tags),
      };
    },

    call(id, at) {
      const file = byId.get(id);
      const help = file && service.getSignatureHelpItems(file.path, at + file.offset, undefined);
      if (!help) return undefined;
      return {
        active: help.selectedItemIndex,
        parameter: help.argumentIndex,
        signatures: help.items.map((item) => ({
          before: textAt(item.prefixDisplayParts),
          parameters: item.parameters.map(({ displayParts }) => textAt(displayParts)),
          after: textAt(item.suffixDisplayParts),
          docs: docsOf(item.documentation, item.tags),
        })),
      };
    },
  };
}

const WITH_IMPORTS: Ts.UserPreferences = {
  includeCompletionsForModuleExports: true,
  includeCompletionsWithInsertText: true,
  quotePreference: "double",
  importModuleSpecifierPreference: "non-relative",
};

const FORMAT: Ts.FormatCodeSettings = { semicolons: "insert" as Ts.SemicolonPreference };
