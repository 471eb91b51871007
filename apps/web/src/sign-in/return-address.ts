// Knows where a reader goes after signing in; not who the reader is.

/** Only an address inside this site; anything else leads to the front page. */
export function returnAddress(text: unknown): string {
  if (typeof text !== 'string' || !/^\/(?![/\\])/.test(text) || text.startsWith('/sign-in')) return '/';
  return text;
}
