// Knows in which encodings people in China hand in plain text; not what it says.

/** Text of a file in UTF-8, UTF-16 with a mark (Excel's "Unicode text") or else GBK, as Windows and Excel in China write it. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Whether a file could be text at all: none holds a zero but in UTF-16, and a workbook under another name does. */
export const isText = (bytes: Uint8Array): boolean => marked16(bytes) || !bytes.includes(0);

const marked16 = ([first, second]: Uint8Array): boolean => (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
