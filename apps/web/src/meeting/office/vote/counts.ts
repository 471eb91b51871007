// Knows whether what officers counted agrees, and who still has to count; the meeting itself decides whether it may be closed.
import type { Count, Counts } from '@xieshang/meeting';

export type Agreement =
  | { readonly kind: 'none' }
  /** One officer has counted. */
  | { readonly kind: 'alone' }
  | { readonly kind: 'agrees' }
  | { readonly kind: 'differs' };

export const rows = ['approve', 'oppose', 'abstain', 'spoilt'] as const;
export type Row = (typeof rows)[number];

const same = (one: Count, other: Count): boolean => rows.every((row) => one[row] === other[row]);

export function agreementOf(counts: Counts): Agreement {
  const [first, ...others] = Object.values(counts) as Count[];
  if (!first) return { kind: 'none' };
  if (others.length === 0) return { kind: 'alone' };
  return { kind: others.every((other) => same(first, other)) ? 'agrees' : 'differs' };
}

/** The rows in which not all counts are the same. */
export const differing = (counts: readonly Count[]): ReadonlySet<Row> =>
  new Set(rows.filter((row) => new Set(counts.map((count) => count[row])).size > 1));
