// Knows how a kind of file can be shown inside a page; not what is in it.

export type Shown = 'picture' | 'text' | 'page' | 'elsewhere';

/** Pictures and plain text inside the page, PDF on a page of its own, all else on a computer. */
export function shownAs(mime: string): Shown {
  const kind = mime.split(';')[0]?.trim().toLowerCase() ?? '';
  if (kind === 'application/pdf') return 'page';
  if (/^image\/(png|jpeg|gif|webp|avif|bmp)$/.test(kind)) return 'picture';
  return kind === 'text/plain' || kind === 'text/markdown' || kind === 'text/csv' ? 'text' : 'elsewhere';
}
