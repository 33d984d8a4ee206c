import { strToU8, type Zippable, zipSync } from "fflate";
import { ELSEWHERE } from "#src/lms/destination.ts";
import type { LmsPackage, ScormEdition } from "#src/lms/lms-package.ts";
import { LAUNCH_PAGE, manifest } from "#src/lms/manifest.ts";
import type { BuiltSite } from "./built-site.ts";
import type { Described } from "./described.ts";
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

/** In pages of mathematics the icon is what the launch page shares with them. */
const ICON = "favicon.svg";

/** Makes the packages of a chapter or an assignment, one for each edition of SCORM. */
export function packer(options: PackOptions): (edition: ScormEdition) => Uint8Array {
  const { site, described, launch, pass, book } = options;
  const needed = neededFiles(site, [...described.entries, ICON]);
  const files = new Set(needed);
  const same = Object.fromEntries([
    ...needed.map((path) => [path, relocated(path, { site, files, book })] as const),
    ...Object.entries(launch).map(([path, text]) => [path, strToU8(text)] as const),
  ]);
  return (edition) => {
    const about: LmsPackage = {
      ...described.about,
      edition,
      pass,
      activity: `${book ?? "https://downhill.invalid/"}${described.about.scope}/`,
      ...(book !== undefined && { book }),
    };
    const content: Zippable = {
      ...same,
      [LAUNCH_PAGE]: strToU8(launchPage(about)),
      [ELSEWHERE]: strToU8(elsewherePage(about)),
    };
    const listed = Object.keys(content).sort();
    return zipSync(
      { "imsmanifest.xml": strToU8(manifest(about, listed)), ...content },
      // The same content is the same package, whenever it is made.
      { level: 9, mtime: new Date(1980, 0, 1) },
    );
  };
}
