// Knows how a ZIP file that was packed here is read again: nothing compressed, nothing beside the files; anything else is refused.

const endSize = 22;
const most = 10_000;

interface Place {
  readonly name: string;
  readonly from: number;
  readonly size: number;
}

/** The files by name, as views on the bytes; null for what was not packed by `packed`, or was changed in its frame. */
export function unpacked(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = bytes.length - endSize;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50 || view.getUint16(end + 20, true) !== 0) return null;
  const count = view.getUint16(end + 8, true);
  const directory = view.getUint32(end + 16, true);
  if (count > most || directory + view.getUint32(end + 12, true) !== end) return null;
  const files = new Map<string, Uint8Array>();
  let entry = directory;
  for (let file = 0; file < count; file += 1) {
    const place = placeAt(view, bytes, entry, directory);
    if (place === null || files.has(place.name)) return null;
    files.set(place.name, bytes.subarray(place.from, place.from + place.size));
    entry += 46 + view.getUint16(entry + 28, true);
  }
  return entry === end ? files : null;
}

/** What a directory entry and the header it points at say alike. */
function placeAt(view: DataView, bytes: Uint8Array, entry: number, directory: number): Place | null {
  if (entry + 46 > view.byteLength || view.getUint32(entry, true) !== 0x02014b50) return null;
  const length = view.getUint16(entry + 28, true);
  const at = view.getUint32(entry + 42, true);
  const size = view.getUint32(entry + 24, true);
  const stored = view.getUint16(entry + 10, true) === 0 && view.getUint32(entry + 20, true) === size;
  const bare = view.getUint16(entry + 30, true) === 0 && view.getUint16(entry + 32, true) === 0;
  if (!stored || !bare || entry + 46 + length > view.byteLength) return null;
  if (at + 30 + length + size > directory || view.getUint32(at, true) !== 0x04034b50) return null;
  const header = bytes.subarray(at + 26, at + 30 + length);
  const named = bytes.subarray(entry + 46, entry + 46 + length);
  if (view.getUint16(at + 26, true) !== length || view.getUint16(at + 28, true) !== 0) return null;
  if (!named.every((byte, place) => byte === header[place + 4])) return null;
  return { name: new TextDecoder().decode(named), from: at + 30 + length, size };
}
