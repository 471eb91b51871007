// Knows how a new name for a thing is made in the browser, also on plain http; not what it names.

const letters = '0123456789abcdefghijkmnpqrstuvwxyz';

/** 16 random letters and figures; 34 symbols, so 80 bits and more. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => letters[byte % letters.length]).join('');
}
