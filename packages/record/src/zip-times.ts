// Knows where a ZIP file keeps the times of its entries; nothing of what is in them.

const end = 0x06054b50;
const entry = 0x02014b50;
/** Midnight of 1 January 1980, the first time a ZIP file can tell. */
const first = 0x0021_0000;

/**
 * The same archive with every entry's time set to the first there is: packing twice gives the same bytes. Leaves alone what it cannot
 * read as a plain archive without a comment.
 */
export function withoutTimes(archive: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(archive);
  const view = new DataView(bytes.buffer);
  const tail = bytes.length - 22;
  if (tail < 0 || view.getUint32(tail, true) !== end) return bytes;
  let at = view.getUint32(tail + 16, true);
  for (let left = view.getUint16(tail + 10, true); left > 0 && view.getUint32(at, true) === entry; left -= 1) {
    view.setUint32(at + 12, first, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, first, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
