// Knows which clauses of one text the other does not have; not how they are marked.

export interface Clause {
  readonly text: string;
  readonly differs: boolean;
}

const clausesOf = (text: string): readonly string[] => text.match(/[^，。；：、]+[，。；：、]?/g) ?? [];
const plain = (clause: string): string => clause.replace(/[，。；：、]$/, '');

/** The clauses of the text in order; those that stand nowhere in the other are marked. */
export function differing(text: string, other: string): readonly Clause[] {
  const there = new Set(clausesOf(other).map(plain));
  return clausesOf(text).map((clause) => ({ text: clause, differs: !there.has(plain(clause)) }));
}
