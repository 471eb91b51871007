// Plays made-up sittings of sixty members twice, by order of request and by the fair order, and prints how speaking time is spread.
import { parseArgs } from 'node:util';
import { playSitting, type Calling, type GivingUp, type Sitting, type Wait } from './sitting.ts';

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, sittings: { type: 'string', default: '20' } } });
const sittings = Number(values.sittings);
const first = Number(values.seed);

const minutes = (ms: number): string => (ms / 60_000).toFixed(1);
const mean = (all: readonly number[]): number => (all.length === 0 ? 0 : all.reduce((sum, one) => sum + one, 0) / all.length);

/** 0: all alike; towards 1: one has it all. */
function gini(all: readonly number[]): number {
  const sorted = all.toSorted((one, other) => one - other);
  const total = sorted.reduce((sum, one) => sum + one, 0);
  if (total === 0) return 0;
  const weighted = sorted.reduce((sum, one, place) => sum + (2 * (place + 1) - sorted.length - 1) * one, 0);
  return weighted / (sorted.length * total);
}

const measures = {
  界别用时的基尼系数: ({ bySector }: Sitting) => gini([...bySector.values()]),
  用时最多的界别占全场: ({ bySector }: Sitting) => Math.max(...bySector.values()) / [...bySector.values()].reduce((sum, ms) => sum + ms, 0),
  申请了却没讲上的界别: ({ bySector }: Sitting) => [...bySector.values()].filter((ms) => ms === 0).length,
  申请了的人讲上的比例: ({ asked, spoke }: Sitting) => spoke / asked,
  '有人没讲过、却先请了讲过的': ({ again }: Sitting) => again,
} satisfies Record<string, (sitting: Sitting) => number>;

const played = (calling: Calling, givingUp?: GivingUp): readonly Sitting[] =>
  Array.from({ length: sittings }, (_, n) => playSitting(first + n, calling, givingUp));
const [byRequest, fair] = [played('asked'), played('fair')];

console.log(`${sittings} 场会议，每场 60 位委员、12 个界别、自由发言 90 分钟，种子 ${first}–${first + sittings - 1}。`);
console.log('\n种子  按申请先后：基尼 最多 没讲上   按建议次序：基尼 最多 没讲上');
for (const [place, sitting] of byRequest.entries()) {
  const told = [sitting, fair[place] ?? sitting].map(({ bySector }) => {
    const times = [...bySector.values()];
    return `${gini(times).toFixed(2)} ${minutes(Math.max(...times)).padStart(5)} ${times.filter((ms) => ms === 0).length}`;
  });
  console.log(`${String(first + place).padStart(4)}              ${told.join('                      ')}`);
}
console.log('\n各场平均                                     按申请先后  按建议次序');
for (const [name, measure] of Object.entries(measures)) {
  const [one, other] = [byRequest, fair].map((all) => mean(all.map(measure)).toFixed(2));
  console.log(`  ${name}：${one} → ${other}`);
}

/** Q22. How far what was told is from what came, in minutes; below zero: told too little. */
function missed(name: string, waits: readonly Wait[], told: (wait: Wait) => number): void {
  const errors = waits.map((wait) => (told(wait) - wait.was) / 60_000);
  const sizes = errors.map(Math.abs).toSorted((one, other) => one - other);
  const at = (share: number): string => (sizes[Math.floor(sizes.length * share)] ?? 0).toFixed(1).padStart(4);
  const within = (part: number): string =>
    (
      (waits.filter((wait) => Math.abs(told(wait) - wait.was) <= Math.max(2 * 60_000, part * wait.was)).length / waits.length) *
      100
    ).toFixed(0);
  const early = ((waits.filter((wait) => told(wait) - wait.was > 2 * 60_000).length / waits.length) * 100).toFixed(0);
  console.log(
    `  ${name}：差 ${mean(sizes).toFixed(1).padStart(4)}（一半在 ${at(0.5)} 以内，九成在 ${at(0.9)} 以内），平均${mean(errors) < 0 ? '少' : '多'}说 ${Math.abs(mean(errors)).toFixed(1)}；两分钟或三成以内的 ${within(0.3)}%，早到两分钟以上的 ${early}%`,
  );
}

const waits = fair.flatMap((sitting) => sitting.waits);
const waitsWithLeavers = played('fair', 'some').flatMap((sitting) => sitting.waits);
for (const [who, some] of [
  ['说“约”的', waits.filter(({ orLonger }) => !orLonger)],
  ['说“至少”的', waits.filter(({ orLonger }) => orLonger)],
  ['说“至少”、八分之一的人等不及撤回的', waitsWithLeavers.filter(({ orLonger }) => orLonger)],
] as const) {
  console.log(`\n预计等候与实际（分钟，按建议次序），${who} ${some.length} 人次，平均等了 ${minutes(mean(some.map(({ was }) => was)))}`);
  missed('都按时限', some, ({ byLimits }) => byLimits);
  missed('算出来的', some, ({ expected }) => expected);
  missed('页面上的', some, ({ told }) => told);
}
