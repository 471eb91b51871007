// Knows how the server names a file it gives; not the file.

/** The name that the server gave the file (RFC 5987), or null. */
export function fileNameIn(disposition: string): string | null {
  const [, written] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? [];
  if (written === undefined) return null;
  try {
    return decodeURIComponent(written);
  } catch {
    return null;
  }
}
