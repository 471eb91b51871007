// Knows the colour of somebody who writes, the same on every screen; not where it is shown.

export const personColors = [
  '#b3261e',
  '#8a5a00',
  '#4f6f00',
  '#0b7a3b',
  '#00757a',
  '#0061a4',
  '#3f51b5',
  '#6a3fb5',
  '#9c27b0',
  '#ad1457',
  '#6d4c41',
  '#455a64',
] as const;

/** Index among the colours; two people may share one. */
export function colorPlaceOf(account: string): number {
  let sum = 0;
  for (const letter of account) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return sum % personColors.length;
}

export const colorOf = (account: string): string => personColors[colorPlaceOf(account)] ?? personColors[0];
