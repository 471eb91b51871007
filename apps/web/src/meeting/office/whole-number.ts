// Knows when a text is a whole number between two bounds; nothing of what it counts.
export function wholeNumber(text: string, least: number, most: number): number | null {
  const written = text.trim();
  if (!/^\d{1,6}$/.test(written)) return null;
  const number = Number(written);
  return number >= least && number <= most ? number : null;
}
