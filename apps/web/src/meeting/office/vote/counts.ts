// Knows whether what officers counted agrees, and who still has to count; the meeting itself decides whether it may be closed.
import type { Count, Counts, PersonId } from '@xieshang/meeting';

export type Agreement =
  | { readonly kind: 'none' }
  /** One officer has counted. */
  | { readonly kind: 'alone' }
  | { readonly kind: 'agrees'; readonly by: readonly [PersonId, PersonId] }
  | { readonly kind: 'differs' };

export const rows = ['approve', 'oppose', 'abstain', 'spoilt'] as const;
export type Row = (typeof rows)[number];

const same = (one: Count, other: Count): boolean => rows.every((row) => one[row] === other[row]);

export function agreementOf(counts: Counts): Agreement {
  const entries = Object.entries(counts) as [PersonId, Count][];
  if (entries.length === 0) return { kind: 'none' };
  if (entries.length === 1) return { kind: 'alone' };
  for (const [person, count] of entries) {
    const other = entries.find(([another, its]) => another !== person && same(count, its));
    if (other) return { kind: 'agrees', by: [person, other[0]] };
  }
  return { kind: 'differs' };
}

/** The rows in which not all counts are the same. */
export const differing = (counts: readonly Count[]): ReadonlySet<Row> =>
  new Set(rows.filter((row) => new Set(counts.map((count) => count[row])).size > 1));
