/** A file with its path within what was dropped or chosen. */
export interface NamedFile {
  readonly path: string;
  readonly file: File;
}

/** What of a file or folder that was dropped is used here; browsers call it `FileSystemEntry`. */
interface Entry {
  readonly isFile: boolean;
  readonly name: string;
  file?(found: (file: File) => void, failed: (error: unknown) => void): void;
  createReader?(): {
    readEntries(found: (entries: readonly Entry[]) => void, failed: (error: unknown) => void): void;
  };
}

/**
 * The files of a drop, those of folders too. To be called in the event itself, after which the browser
 * forgets what was dropped. Names that begin with a point, which systems leave in folders, are left out.
 */
export async function droppedFiles(data: DataTransfer): Promise<readonly NamedFile[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  const plain = [...data.files].map((file) => ({ path: file.name, file }));
  if (entries.length === 0) return shown(plain);
  const found = await Promise.all(entries.map((entry) => filesIn(entry as Entry, "")));
  return shown(found.flat());
}

/** The files of a field, with their paths where a folder was chosen. */
export function chosenFiles(files: Iterable<File>): readonly NamedFile[] {
  return shown([...files].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
}

async function filesIn(entry: Entry, folder: string): Promise<readonly NamedFile[]> {
  const path = `${folder}${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File>((found, failed) => entry.file?.(found, failed));
    return [{ path, file }];
  }
  const reader = entry.createReader?.();
  const inside: Entry[] = [];
  if (!reader) return [];
  for (;;) {
    // A reader gives at most a hundred at a time, and nothing when it has given all.
    const some = await new Promise<readonly Entry[]>((found, failed) =>
      reader.readEntries(found, failed),
    );
    if (some.length === 0) break;
    inside.push(...some);
  }
  return (await Promise.all(inside.map((one) => filesIn(one, `${path}/`)))).flat();
}

function shown(files: readonly NamedFile[]): readonly NamedFile[] {
  return files
    .filter(({ path }) => !path.split("/").some((name) => name.startsWith(".")))
    .sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
}
