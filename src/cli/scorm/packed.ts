import { dirname } from "node:path/posix";
import { strToU8, zipSync } from "fflate";
import { ELSEWHERE } from "#src/lms/destination.ts";
import type { LmsPackage, ScormEdition } from "#src/lms/lms-package.ts";
import { LAUNCH_PAGE, manifest } from "#src/lms/manifest.ts";
import type { BuiltSite } from "./built-site.ts";
import type { Described } from "./described.ts";
import { launchFonts } from "./launch-fonts.ts";
import { elsewherePage, launchPage } from "./launch-page.ts";
import { neededFiles } from "./needed-files.ts";
import { relocated } from "./relocated.ts";

export interface PackOptions {
  readonly site: BuiltSite;
  readonly described: Described;
  /** The files of the launch page. */
  readonly launch: Readonly<Record<string, string>>;
  readonly pass: number;
  /** Where the book is published, ending in "/"; absent when nobody has said. */
  readonly book: string | undefined;
}

/** Named by the launch page as well. */
const ICON = "favicon.svg";

/** The files of a package by their paths, the manifest among them. */
export type PackageFiles = Readonly<Record<string, Uint8Array>>;

/** Makes the files of the packages of a chapter or an assignment, for each edition of SCORM. */
export function packer(options: PackOptions): (edition: ScormEdition) => PackageFiles {
  const { site, described, launch, pass, book } = options;
  const needed = neededFiles(site, [...described.entries, ICON]);
  const files = new Set(needed);
  const same = Object.fromEntries([
    ...needed.map((path) => [path, relocated(path, { site, files, book })] as const),
    ...Object.entries(launch).map(([path, text]) => {
      const fonts = path.endsWith(".css") ? launchFonts(needed, dirname(path)) : "";
      return [path, strToU8(fonts + text)] as const;
    }),
  ]);
  return (edition) => {
    const about: LmsPackage = {
      ...described.about,
      edition,
      pass,
      activity: `${book ?? "https://downhill.invalid/"}${described.about.scope}/`,
      ...(book !== undefined && { book }),
    };
    const content: PackageFiles = {
      ...same,
      [LAUNCH_PAGE]: strToU8(launchPage(about)),
      [ELSEWHERE]: strToU8(elsewherePage(about)),
    };
    const listed = Object.keys(content).sort();
    return { "imsmanifest.xml": strToU8(manifest(about, listed)), ...content };
  };
}

/** The files of a package as the archive that an LMS takes: the same files are the same archive. */
export function zipped(files: PackageFiles): Uint8Array {
  return zipSync({ ...files }, { level: 9, mtime: new Date(1980, 0, 1) });
}
