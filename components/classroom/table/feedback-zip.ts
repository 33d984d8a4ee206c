import { strToU8, Zip, ZipDeflate } from "fflate";

/** A file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly text: string;
}

/**
 * Texts as a ZIP archive, made one after another with the page free in between.
 * @param entries names are plain and no two the same
 */
export async function zipOf(entries: AsyncIterable<ZipEntry>): Promise<Blob> {
  const chunks: BlobPart[] = [];
  let failure: unknown;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else chunks.push(new Uint8Array(chunk));
  });
  for await (const { name, text } of entries) {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    file.push(strToU8(text), true);
    await new Promise((resolve) => setTimeout(resolve));
  }
  zip.end();
  if (failure) throw failure;
  return new Blob(chunks, { type: "application/zip" });
}
