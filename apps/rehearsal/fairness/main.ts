// Plays twenty made-up sittings of sixty members twice, by order of request and by the fair order, and prints how speaking time is spread.
import { parseArgs } from 'node:util';
import { playSitting, type Calling, type Sitting } from './sitting.ts';

const sittings = 20;
const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } });
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
  '预计等候与实际之差（分钟，绝对值的平均）': ({ waitErrors }: Sitting) => mean(waitErrors.map(Math.abs)) / 60_000,
} satisfies Record<string, (sitting: Sitting) => number>;

const played = (calling: Calling): readonly Sitting[] => Array.from({ length: sittings }, (_, n) => playSitting(first + n, calling));
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
