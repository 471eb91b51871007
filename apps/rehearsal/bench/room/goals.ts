// Knows what each goal R1–R7 asks of the measured figures, and reads it from the rounds; measures nothing.
import type { Figure, Limit } from '../figure.ts';
import type { Measured } from './run.ts';
import { median, round } from './statistics.ts';

export interface Row {
  readonly scenario: string;
  readonly target: 'floor' | 'peer' | 'ours';
  readonly round: number;
  readonly measured: Measured;
}

interface Goal {
  readonly goal: string;
  readonly measure: string;
  readonly unit: string;
  readonly scenario: string;
  readonly value: string;
  readonly atMost: number;
}

const ratios: readonly Goal[] = [
  { goal: 'R1', measure: '1000 人扇出一条，p50', unit: 'ms', scenario: 'at1000', value: 'fan1P50', atMost: 1 },
  { goal: 'R1', measure: '1000 人扇出一条，p99', unit: 'ms', scenario: 'at1000', value: 'fan1P99', atMost: 1.2 },
  { goal: 'R1', measure: '1000 人扇出一条，服务器 CPU/送达', unit: 'µs', scenario: 'at1000', value: 'fan1CpuUs', atMost: 0.9 },
  { goal: 'R2', measure: '500 人同一轮八条，p50', unit: 'ms', scenario: 'at500', value: 'fan8P50', atMost: 0.2 },
  { goal: 'R2', measure: '500 人同一轮八条，服务器 CPU/送达', unit: 'µs', scenario: 'at500', value: 'fan8CpuUs', atMost: 0.2 },
  { goal: 'R2', measure: '500 人同一轮四条，p50', unit: 'ms', scenario: 'at500', value: 'fan4P50', atMost: 0.3 },
  { goal: 'R2', measure: '500 人同一轮四条，服务器 CPU/送达', unit: 'µs', scenario: 'at500', value: 'fan4CpuUs', atMost: 0.3 },
  { goal: 'R4', measure: '2000 票同时投出（落盘），全部确认', unit: 'ms', scenario: 'at2000', value: 'atOnceAll', atMost: 1.1 },
  { goal: 'R4', measure: '2000 票同时投出（落盘），确认 p99', unit: 'ms', scenario: 'at2000', value: 'atOnceAckP99', atMost: 1.1 },
  { goal: 'R5', measure: '1000 票一秒内投出（落盘），确认 p50', unit: 'ms', scenario: 'at1000', value: 'spreadAckP50', atMost: 3 },
  { goal: 'R5', measure: '1000 票一秒内投出（落盘），确认 p99', unit: 'ms', scenario: 'at1000', value: 'spreadAckP99', atMost: 5 },
  { goal: 'R6', measure: '200 人同时加入，各取 200 kB 快照，全部完成', unit: 'ms', scenario: 'at500', value: 'joinAll', atMost: 1.15 },
  { goal: 'R6', measure: '200 人同时加入，服务器 CPU/人', unit: 'ms', scenario: 'at500', value: 'joinCpuMs', atMost: 1.3 },
  { goal: 'R7', measure: '1000 个连接，内存/连接', unit: 'kB', scenario: 'at1000', value: 'rssKbPerConnection', atMost: 1.3 },
  { goal: 'R7', measure: '1000 个连接，建立连接的 CPU', unit: 'ms', scenario: 'at1000', value: 'connectCpuMs', atMost: 1.5 },
];

/** What was not measured in this run has no figure. */
export function goalsOf(rows: readonly Row[]): readonly Figure[] {
  const of = (target: Row['target'], scenario: string, read: (measured: Measured) => number | undefined): ReadonlyMap<number, number> =>
    new Map(
      rows
        .filter((row) => row.target === target && row.scenario === scenario)
        .flatMap((row) => {
          const value = read(row.measured);
          return value === undefined ? [] : [[row.round, value] as const];
        }),
    );
  const middle = (values: ReadonlyMap<number, number>): number => round(median([...values.values()]));

  const ratio = ({ goal, measure, unit, scenario, value, atMost }: Goal): readonly Figure[] => {
    const [floor, peer, ours] = (['floor', 'peer', 'ours'] as const).map((target) => of(target, scenario, (one) => one[value]));
    if (!floor?.size || !peer?.size || !ours?.size) return [];
    const judged = median([...ours].map(([turn, figure]) => figure / (floor.get(turn) ?? Number.NaN)));
    const best = { name: 'socket.io', value: middle(peer) };
    return [
      {
        goal,
        measure,
        unit,
        floor: middle(floor),
        peer: best,
        ours: middle(ours),
        judged: round(judged),
        limit: { atMost },
        rounds: ours.size,
      },
    ];
  };

  const absolute = (
    { goal, measure, unit }: Pick<Goal, 'goal' | 'measure' | 'unit'>,
    limit: Limit,
    read: (target: Row['target']) => number,
  ): readonly Figure[] => {
    const [floor, peer, ours] = [read('floor'), read('peer'), read('ours')];
    if (![floor, peer, ours].every(Number.isFinite)) return [];
    return [
      {
        goal,
        measure,
        unit,
        floor: round(floor),
        peer: { name: 'socket.io', value: round(peer) },
        ours: round(ours),
        judged: round(ours),
        limit,
        rounds: of('ours', 'at500', (one) => one['fan1P50']).size,
      },
    ];
  };

  const p50 = (target: Row['target'], scenario: string): number => middle(of(target, scenario, (one) => one['fan1P50']));
  const p99 = (target: Row['target'], scenario: string): number => middle(of(target, scenario, (one) => one['fan1P99']));
  return [
    ...ratios.filter(({ goal }) => goal < 'R3').flatMap(ratio),
    ...absolute(
      { goal: 'R3', measure: '500 → 2000 人，扇出 p50 的增长', unit: '倍' },
      { atMost: 2.2 },
      (target) => p50(target, 'at2000') / p50(target, 'at500'),
    ),
    ...absolute(
      { goal: 'R3', measure: '2000 人扇出，p99 / p50', unit: '倍' },
      { atMost: 1.9 },
      (target) => p99(target, 'at2000') / p50(target, 'at2000'),
    ),
    ...ratios.filter(({ goal }) => goal > 'R3' && goal < 'R7').flatMap(ratio),
    ...absolute({ goal: 'R6', measure: '200 人同时加入，内存增长', unit: 'MB' }, { atMost: 20 }, (target) =>
      middle(of(target, 'at500', (one) => one['joinRssMb'])),
    ),
    ...ratios.filter(({ goal }) => goal === 'R7').flatMap(ratio),
  ];
}
