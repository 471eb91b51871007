// Knows what there is to choose from when contributions are filtered: only what occurs, with how often; and how a choice is told.
import { speechKinds } from '@xieshang/meeting';
import { isMarked, marks, type Contribution, type Wanted } from '@xieshang/record/contributions';
import { contributionsWords as words } from '../words/zh/contributions.ts';
import { roomWords } from '../words/zh/room.ts';

export interface Choice {
  readonly value: string;
  readonly name: string;
  readonly count: number;
}

/** What one can choose by; order and text are asked for otherwise. */
export const chosenBy = ['person', 'sector', 'stage', 'kind', 'department', 'mark'] as const;
export type ChosenBy = (typeof chosenBy)[number];

export type Choices = Readonly<Record<ChosenBy, readonly Choice[]>>;

function counted(pairs: readonly (readonly [value: string, name: string])[]): readonly Choice[] {
  const found = new Map<string, Choice>();
  for (const [value, name] of pairs) found.set(value, { value, name, count: (found.get(value)?.count ?? 0) + 1 });
  return [...found.values()];
}

const chinese = new Intl.Collator('zh-Hans');
const byName = (some: readonly Choice[]): readonly Choice[] => some.toSorted((one, other) => chinese.compare(one.name, other.name));

/** A department counts once a contribution, whether it spoke, was asked or answered. */
const departmentsOf = (one: Contribution): readonly (readonly [string, string])[] => {
  const speaks =
    one.kind === 'departmentResponse' || one.kind === 'briefing' ? [[one.person, one.post.split(' ')[0] || one.name] as const] : [];
  const parties = [...one.addressedTo, ...one.answers].map(({ person, name }) => [person, name] as const);
  return [...new Map([...(one.sector === null ? speaks : []), ...parties])];
};

export const choicesOf = (all: readonly Contribution[]): Choices => ({
  person: byName(counted(all.map(({ person, name }) => [person, name]))),
  sector: byName(counted(all.flatMap(({ sector }) => (sector === null ? [] : [[sector, roomWords.sector(sector)] as const])))),
  stage: counted(all.map(({ stageId, stage }) => [stageId, stage])),
  kind: counted(
    speechKinds.flatMap((kind) => all.filter((one) => one.kind === kind).map(() => [kind, roomWords.speechKinds[kind]] as const)),
  ),
  department: byName(counted(all.flatMap(departmentsOf))),
  mark: marks.flatMap((mark) => {
    const count = all.filter(isMarked[mark]).length;
    return count === 0 ? [] : [{ value: mark, name: words.marks[mark], count }];
  }),
});

/** 界别：经济界；只看：超时. Empty where all are wanted. */
export const wantedText = (wanted: Wanted, choices: Choices): string =>
  [
    ...chosenBy.flatMap((by) => {
      const value = wanted[by];
      if (value === undefined) return [];
      return [`${words[by]}：${choices[by].find((choice) => choice.value === value)?.name ?? value}`];
    }),
    ...(wanted.text === undefined ? [] : [`${words.text}：${wanted.text}`]),
  ].join('；');
