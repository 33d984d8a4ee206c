/** Number of the record that holds the family, as OpenType counts them. */
const FAMILY = 1;
const HEADER = 12;
const ENTRY = 16;

interface Table {
  readonly tag: string;
  readonly checksum: number;
  readonly data: Buffer;
}

/**
 * An unpacked font whose table of names holds its family only, which by the licence must not be
 * that of the whole font. What else stands there is for a list of installed fonts, and weighs a fifth
 * of a kilobyte in each file that a page loads; the copyright is in `public/fonts.txt`.
 */
export function withFamilyOnly(font: Buffer, family: string): Buffer {
  const tables = tablesOf(font).map((table) =>
    table.tag === "name" ? { ...table, data: nameTable(family) } : table,
  );
  const header = Buffer.alloc(HEADER + ENTRY * tables.length);
  font.copy(header, 0, 0, HEADER);
  const parts = [header];
  let offset = header.length;
  tables.forEach(({ tag, checksum, data }, i) => {
    const entry = HEADER + ENTRY * i;
    header.write(tag, entry, "latin1");
    header.writeUInt32BE(tag === "name" ? sumOf(data) : checksum, entry + 4);
    header.writeUInt32BE(offset, entry + 8);
    header.writeUInt32BE(data.length, entry + 12);
    const whole = inFours(data);
    parts.push(whole);
    offset += whole.length;
  });
  return Buffer.concat(parts);
}

/** Whose a font is, in the words of its table of names. */
export function copyrightOf(font: Buffer): string {
  const names = tablesOf(font).find(({ tag }) => tag === "name")?.data;
  const [count, texts] = [names?.readUInt16BE(2) ?? 0, names?.readUInt16BE(4) ?? 0];
  for (let at = 6; names && at < 6 + 12 * count; at += 12) {
    const [platform, id] = [names.readUInt16BE(at), names.readUInt16BE(at + 6)];
    if (platform !== 3 || id !== 0) continue;
    const start = texts + names.readUInt16BE(at + 10);
    return Buffer.from(names.subarray(start, start + names.readUInt16BE(at + 8)))
      .swap16()
      .toString("utf16le");
  }
  throw new Error("copyrightOf: the font does not say whose it is, so public/fonts.txt cannot.");
}

function tablesOf(font: Buffer): readonly Table[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
    const entry = HEADER + ENTRY * i;
    const start = font.readUInt32BE(entry + 8);
    return {
      tag: font.toString("latin1", entry, entry + 4),
      checksum: font.readUInt32BE(entry + 4),
      data: font.subarray(start, start + font.readUInt32BE(entry + 12)),
    };
  });
}

/** Of one record: Windows, Unicode, English. */
function nameTable(family: string): Buffer {
  const text = Buffer.from(family, "utf16le").swap16();
  const table = Buffer.alloc(18);
  [0, 1, 18, 3, 1, 0x409, FAMILY, text.length, 0].forEach((value, i) => {
    table.writeUInt16BE(value, 2 * i);
  });
  return Buffer.concat([table, text]);
}

function sumOf(data: Buffer): number {
  const whole = inFours(data);
  let sum = 0;
  for (let i = 0; i < whole.length; i += 4) sum = (sum + whole.readUInt32BE(i)) >>> 0;
  return sum;
}

const inFours = (data: Buffer) => Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
