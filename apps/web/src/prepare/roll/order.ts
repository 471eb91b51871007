// Knows the customary orders of a roster; not who is on it.
import type { Attendee, Role } from '@xieshang/meeting';

export type RollOrder = 'strokes' | 'pinyin';

const collators: Readonly<Record<RollOrder, Intl.Collator>> = {
  strokes: new Intl.Collator('zh-u-co-stroke'),
  pinyin: new Intl.Collator('zh-u-co-pinyin'),
};

const roleOrder: readonly Role[] = ['moderator', 'member', 'departmentRep', 'secretary', 'observer'];

/** By 姓氏笔画 or by 拼音 within each role; the same name keeps its given order. */
export function sorted(attendees: readonly Attendee[], order: RollOrder): readonly Attendee[] {
  const { compare } = collators[order];
  return [...attendees].sort((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role) || compare(a.name, b.name));
}

/** The list with the one at `from` standing at `to`. */
export function moved<Item>(list: readonly Item[], from: number, to: number): readonly Item[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length) return list;
  const rest = list.filter((_one, at) => at !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
