// Knows how those on the roll are described and put in order in documents; not whether they came.
import type { Attendee } from '@xieshang/meeting';
import { sectorText } from '@xieshang/minutes';

/** 界别 of members; unit and post of all others. */
export const fromText = ({ role, sector, unit, title }: Attendee): string =>
  [...(role === 'member' && sector !== undefined ? [sectorText(sector)] : []), ...(unit ? [unit] : []), ...(title ? [title] : [])].join(
    ' ',
  );

/** 按界别, in the order in which the roll first names each; 按姓氏笔画 in one list. */
export const rollOrders = ['sector', 'stroke'] as const;
export type RollOrder = (typeof rollOrders)[number];

export interface Group {
  /** Null: the one list of all. */
  readonly name: string | null;
  readonly people: readonly Attendee[];
}

const strokes = new Intl.Collator('zh-u-co-stroke');

export function grouped(people: readonly Attendee[], order: RollOrder): readonly Group[] {
  if (order === 'stroke') return [{ name: null, people: people.toSorted((one, other) => strokes.compare(one.name, other.name)) }];
  const sectors = Map.groupBy(people, ({ sector }) => (sector === undefined ? '其他' : sectorText(sector)));
  return [...sectors].map(([name, some]) => ({ name, people: some }));
}
