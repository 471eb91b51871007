// Knows one way to write a ZIP file: names in order, nothing compressed, no times; so that the same files are the same bytes.

export interface PackedFile {
  /** At most 65,535 bytes in UTF-8; what is not ASCII is marked so. */
  readonly name: string;
  readonly content: Uint8Array;
}

interface Entry {
  readonly name: Uint8Array;
  readonly content: Uint8Array;
}

const utf8 = new TextEncoder();
/** The name is UTF-8 (APPNOTE 4.4.4, bit 11); without it old programs take the name for their own country's. */
const namedInUtf8 = 0x0800;

const checks = Uint32Array.from({ length: 256 }, (_, value) => {
  let check = value;
  for (let bit = 0; bit < 8; bit += 1) check = check & 1 ? (check >>> 1) ^ 0xedb88320 : check >>> 1;
  return check;
});

function crc32(bytes: Uint8Array): number {
  let check = 0xffffffff;
  for (const byte of bytes) check = (checks[(check ^ byte) & 0xff] ?? 0) ^ (check >>> 8);
  return (check ^ 0xffffffff) >>> 0;
}

/** 1 January 1980, the first day a ZIP file can tell. */
const firstDay = 0x21;

/** What a local header and a directory entry say alike: version, flags, method, time, day, check, twice the size, the name's length, no extra. */
function common(view: DataView, at: number, { name, content }: Entry): void {
  view.setUint16(at, 20, true);
  if (name.some((byte) => byte > 0x7f)) view.setUint16(at + 2, namedInUtf8, true);
  view.setUint16(at + 8, firstDay, true);
  view.setUint32(at + 10, crc32(content), true);
  view.setUint32(at + 14, content.length, true);
  view.setUint32(at + 18, content.length, true);
  view.setUint16(at + 22, name.length, true);
}

/** The order of the names decides the order of the files, whatever order they come in. */
export function packed(files: readonly PackedFile[]): Uint8Array<ArrayBuffer> {
  const sorted = files
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, content }): Entry => ({ name: utf8.encode(name), content }));
  const contents = sorted.reduce((sum, { name, content }) => sum + 30 + name.length + content.length, 0);
  const directory = sorted.reduce((sum, { name }) => sum + 46 + name.length, 0);
  const bytes = new Uint8Array(contents + directory + 22);
  const view = new DataView(bytes.buffer);
  let [at, entry] = [0, contents];
  for (const file of sorted) {
    const { name, content } = file;
    view.setUint32(at, 0x04034b50, true);
    common(view, at + 4, file);
    bytes.set(name, at + 30);
    bytes.set(content, at + 30 + name.length);
    view.setUint32(entry, 0x02014b50, true);
    view.setUint16(entry + 4, 20, true);
    common(view, entry + 6, file);
    view.setUint32(entry + 42, at, true);
    bytes.set(name, entry + 46);
    at += 30 + name.length + content.length;
    entry += 46 + name.length;
  }
  view.setUint32(entry, 0x06054b50, true);
  view.setUint16(entry + 8, sorted.length, true);
  view.setUint16(entry + 10, sorted.length, true);
  view.setUint32(entry + 12, directory, true);
  view.setUint32(entry + 16, contents, true);
  return bytes;
}
