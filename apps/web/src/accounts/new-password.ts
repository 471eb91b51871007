// Knows how a first password is made: easy to read out, hard to guess; not whose it is.

/** Without letters and figures that look alike on paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Twelve symbols in groups of four, 59 bits. */
export function newPassword(): string {
  const symbols: string[] = [];
  // Bytes beyond the last whole multiple are thrown away, so that no symbol is likelier than another.
  const fair = 256 - (256 % letters.length);
  while (symbols.length < 12) {
    for (const byte of crypto.getRandomValues(new Uint8Array(24)))
      if (byte < fair && symbols.length < 12) symbols.push(letters[byte % letters.length] ?? '');
  }
  return symbols.join('').replace(/(.{4})(?=.)/g, '$1-');
}
