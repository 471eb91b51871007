// Knows what is measured for C1–C11, at which sizes and in which order; not how one measurement is made.
import type { Figure } from '../figure.ts';
import { feeding, type FeedRow } from './feeding.ts';
import { flood, type FloodRow } from './flood.ts';
import { figureOf, type Round } from './goals.ts';
import { joining, type JoinRow } from './joining.ts';
import { killed, type KillRow } from './killed.ts';
import { live, type LiveRow, type LiveSize } from './live.ts';
import { longName } from './prepared.ts';
import { begin, type Field, type Server, type TargetName, type Text } from './targets.ts';
import type { Shape } from './text.ts';

export interface Scale {
  readonly rounds: number;
  /** Of a long document. */
  readonly edits: number;
  readonly secs: number;
  readonly flood: number;
  /** Of a hall. */
  readonly hall: number;
}

export interface Stage {
  readonly name: string;
  measure(field: Field, scale: Scale, say: (row: object) => void): Promise<readonly (Figure | null)[]>;
}

const peers = ['hocuspocus', 'y-websocket-server'] as const satisfies readonly TargetName[];
const all = ['relay', ...peers, 'ours', 'ours-ungated'] as const satisfies readonly TargetName[];

interface Job<Row> {
  readonly stage: string;
  readonly targets: readonly TargetName[];
  readonly text: Text;
  readonly run: (server: Server) => Promise<Row>;
  readonly rounds: number;
}

/** Every server in every round, in an order that turns, so that what else happens on the machine hits all alike. */
async function inTurn<Row extends object>(job: Job<Row>, field: Field, say: (row: object) => void): Promise<readonly Round<Row>[]> {
  const { stage, targets, text, run } = job;
  const rounds: Round<Row>[] = [];
  for (let round = 0; round < job.rounds; round += 1) {
    const rows: Round<Row> = {};
    for (let place = 0; place < targets.length; place += 1) {
      const name = targets[(place + round) % targets.length];
      if (!name) continue;
      const server = await begin(name, text, field);
      try {
        const row = await run(server);
        rows[name] = row;
        say({ stage, round, name, ...row });
      } finally {
        await server.end();
      }
    }
    rounds.push(rows);
  }
  return rounds;
}

const shortText = ({ prepared: { short } }: Field): Text => ({ state: short.base, document: short.document });

const sound = (rounds: readonly Round<LiveRow>[]): number => rounds.filter(({ ours }) => ours && !(ours.complete && ours.converged)).length;

/** Why a bare relay cannot be reached in a quiet document. */
const durable = '先写入磁盘（一次 fsync）再告诉别人，并先检查每次更新；对照的中继和 Hocuspocus、y-websocket 都不等磁盘。';

function liveStage(name: string, size: (scale: Scale) => Omit<LiveSize, 'secs' | 'cursors'>, cpuLimit: number): Stage {
  return {
    name,
    measure: async (field, scale, say) => {
      const wanted = { ...size(scale), secs: scale.secs, cursors: false };
      const run = (server: Server) => live(server, wanted, field);
      const rounds = await inTurn({ stage: name, targets: all, text: shortText(field), run, rounds: scale.rounds }, field, say);
      const what = `${wanted.clients} 人在场，每秒 ${wanted.typists * wanted.rate} 次修改`;
      const held = { against: 'relay', peers, note: durable } as const;
      return [
        figureOf(rounds, {
          goal: 'C1',
          measure: `${what}：到最后一人看见，中位`,
          unit: 'ms',
          of: ({ p50 }) => p50,
          limit: { atMost: 1.1 },
          ...held,
        }),
        figureOf(rounds, {
          goal: 'C1',
          measure: `${what}：到最后一人看见，p99`,
          unit: 'ms',
          of: ({ p99 }) => p99,
          limit: { atMost: 1.3 },
          ...held,
        }),
        figureOf(rounds, {
          ...{ goal: 'C2', measure: `${what}：每次送达的服务器 CPU`, unit: 'µs', limit: { atMost: cpuLimit }, ...held },
          of: ({ cpuUsPerDelivery }) => cpuUsPerDelivery,
        }),
        unsound(what, rounds),
      ];
    },
  };
}

const unsound = (what: string, rounds: readonly Round<LiveRow>[]): Figure => ({
  ...{ goal: 'C10', measure: `${what}：没有全部送达或内容不一致的轮数`, unit: '轮', floor: null, peer: null },
  ...{ ours: sound(rounds), judged: sound(rounds), limit: { atMost: 0 }, rounds: rounds.length },
});

const busyHall: Stage = {
  name: 'busy',
  measure: async (field, scale, say) => {
    const size = { clients: scale.hall, typists: 20, rate: 8, secs: scale.secs, cursors: false };
    const targets = ['relay', 'relay25', 'hocuspocus', 'hocuspocus25', 'ours', 'ours-ungated'] as const;
    const run = (server: Server) => live(server, size, field);
    const rounds = await inTurn({ stage: 'busy', targets, text: shortText(field), run, rounds: scale.rounds }, field, say);
    const what = `${size.clients} 人在场，每秒 160 次修改`;
    const perCpu = ({ deliveriesPerCpuSecond }: LiveRow): number => deliveriesPerCpuSecond;
    const unit = '次/CPU 秒';
    return [
      figureOf(rounds, {
        ...{ goal: 'C3', measure: `${what}：每 CPU 秒送达，对 Hocuspocus 默认`, unit, of: perCpu, limit: { atLeast: 3 } },
        ...{ against: 'hocuspocus', peers: ['hocuspocus'] },
      }),
      figureOf(rounds, {
        ...{ goal: 'C3', measure: `${what}：每 CPU 秒送达，对 Hocuspocus flushDelay 25`, unit, of: perCpu, limit: { atLeast: 1.25 } },
        ...{ against: 'hocuspocus25', peers: ['hocuspocus25'] },
      }),
      figureOf(rounds, {
        ...{ goal: 'C3', measure: `${what}：到最后一人看见，p99`, unit: 'ms', of: ({ p99 }) => p99, limit: { atMost: 45 } },
        ...{ against: 'itself', peers: ['hocuspocus25'] },
      }),
      unsound(what, rounds),
    ];
  },
};

const cursors: Stage = {
  name: 'cursors',
  measure: async (field, scale, say) => {
    const size = { clients: Math.min(50, scale.hall), typists: 10, rate: 2, secs: scale.secs, cursors: true };
    const run = (server: Server) => live(server, size, field);
    const rounds = await inTurn({ stage: 'cursors', targets: all, text: shortText(field), run, rounds: scale.rounds }, field, say);
    return [
      figureOf(rounds, {
        ...{ goal: 'C11', measure: `${size.clients} 人在场，每秒 20 次修改并显示光标：每次送达的服务器 CPU`, unit: 'µs' },
        ...{ of: (row: LiveRow) => row.cpuUsPerDelivery, limit: { atMost: 1.2 }, against: 'relay', peers },
      }),
    ];
  },
};

const feed: Stage = {
  name: 'feed',
  measure: async (field, scale, say) => {
    const { feed: made } = field.prepared;
    const text = { state: made.base, document: made.document };
    const run = (server: Server) => feeding(server, made.long, field);
    const targets = [...peers, 'ours', 'ours-ungated'] as const;
    const rounds = await inTurn({ stage: 'feed', targets, text, run, rounds: scale.rounds }, field, say);
    const of = ({ cpuUsPerUpdate }: FeedRow): number => cpuUsPerUpdate;
    const measure = `连续写入 ${made.long.updates.length} 次修改：每次的 CPU`;
    return [
      figureOf(rounds, {
        ...{ goal: 'C4', measure: `${measure}（已落盘）`, unit: 'µs', of, limit: { atMost: 30 }, against: 'itself', peers },
        note: '对方不逐条落盘：Hocuspocus 停笔两秒后存整份。',
      }),
      figureOf(rounds, {
        goal: 'C4',
        measure: `${measure}，对 Hocuspocus`,
        unit: 'µs',
        of,
        limit: { atMost: 1 / 3 },
        against: 'hocuspocus',
        peers,
      }),
    ];
  },
};

function joinStage(shape: Shape): Stage {
  return {
    name: `join-${shape}`,
    measure: async (field, scale, say) => {
      const found = field.prepared.long.get(longName(shape, scale.edits));
      if (!found) throw new Error(`no ${shape} document was prepared`);
      const { document, long } = found;
      const run = async (server: Server): Promise<JoinRow> => {
        await server.restart();
        return joining(server, long, { joiners: 10, herd: 50 }, field);
      };
      const targets = ['relay', ...peers, 'ours'] as const;
      const text = { state: long.state, document };
      const rounds = await inTurn({ stage: `join-${shape}`, targets, text, run, rounds: scale.rounds }, field, say);
      const what = `${scale.edits} 次修改的文档（${shape === 'random' ? '随处插改' : '成段输入'}）`;
      const held = { against: 'relay', peers } as const;
      const figure = (goal: string, measure: string, unit: string, of: (row: JoinRow) => number, atMost: number) =>
        figureOf(rounds, { ...{ goal, measure: `${what}：${measure}`, unit, of, limit: { atMost } }, ...held });
      return [
        figure('C5', '刚启动的服务器打开', 'ms', ({ coldMs }) => coldMs, 3),
        figure('C6', '已载入时打开，中位', 'ms', ({ warmMs }) => warmMs, 1.5),
        figure('C6', '50 人同时打开，每人的 CPU', 'ms', ({ herdCpuMs }) => herdCpuMs, 2),
        figureOf(rounds, {
          ...{ goal: 'C7', measure: `${what}：缺最后 100 次修改的人重连，收到`, unit: '字节', of: ({ backBytes }) => backBytes },
          ...{ limit: { atMost: 5000 }, against: 'itself', peers },
        }),
        figureOf(rounds, {
          ...{
            goal: 'C7',
            measure: `${what}：缺最后 100 次修改的人重连，每人的 CPU，对 Hocuspocus`,
            unit: 'ms',
            of: ({ backCpuMs }) => backCpuMs,
          },
          ...{ limit: { atMost: 0.2 }, against: 'hocuspocus', peers },
        }),
        figure('C8', '打开之后的内存', 'MB', ({ rss }) => rss, 1.5),
      ];
    },
  };
}

const slope: Stage = {
  name: 'slope',
  measure: async (field, scale, say) => {
    const sizes = [scale.edits, scale.edits * 4];
    const herds: number[] = [];
    for (const edits of sizes) {
      const found = field.prepared.long.get(longName('random', edits));
      if (!found) return [];
      const text = { state: found.long.state, document: found.document };
      const run = async (server: Server) => {
        await server.restart();
        return joining(server, found.long, { joiners: 5, herd: 20 }, field);
      };
      const rounds = await inTurn({ stage: `slope-${edits}`, targets: ['ours'], text, run, rounds: scale.rounds }, field, say);
      herds.push(
        ...rounds
          .flatMap(({ ours }) => ours?.herdCpuMs ?? [])
          .toSorted((one, other) => one - other)
          .slice(rounds.length >> 1, (rounds.length >> 1) + 1),
      );
    }
    const [small = Number.NaN, large = Number.NaN] = herds;
    const ratio = Math.round((large / small) * 100) / 100;
    return [
      {
        ...{ goal: 'C8', measure: `修改从 ${sizes[0]} 到 ${sizes[1]} 次：每人打开的 CPU 增长`, unit: '倍', floor: null, peer: null },
        ...{ ours: ratio, judged: ratio, limit: { atMost: 4.5 }, rounds: scale.rounds },
      },
    ];
  },
};

const flooded: Stage = {
  name: 'flood',
  measure: async (field, scale, say) => {
    const run = (server: Server): Promise<FloodRow> => flood(server, field.prepared.short.base, scale.flood, field);
    const rounds = await inTurn({ stage: 'flood', targets: all, text: shortText(field), run, rounds: scale.rounds }, field, say);
    const measure = `一人不停顿地发 ${scale.flood} 次修改时，另一份文档的人最久等`;
    return [
      figureOf(rounds, { goal: 'C9', measure, unit: 'ms', of: ({ worstMs }) => worstMs, limit: { atMost: 0.5 }, against: 'relay', peers }),
      figureOf(rounds, {
        ...{ goal: 'C9', measure: '同上，修改没有全部送到的轮数', unit: '轮', of: ({ complete }) => Number(!complete) },
        ...{ limit: { atMost: 0 }, against: 'itself', peers },
      }),
    ];
  },
};

const killing: Stage = {
  name: 'kill',
  measure: async (field, scale, say) => {
    const secs = Math.min(scale.secs, 4);
    const run = (server: Server): Promise<KillRow> => killed(server, 10, secs, field.prepared.short.base, field);
    const rounds = await inTurn({ stage: 'kill', targets: ['ours'], text: shortText(field), run, rounds: scale.rounds }, field, say);
    const rows = rounds.flatMap(({ ours }) => ours ?? []);
    const lost = rows.reduce((sum, row) => sum + row.lost, 0);
    const acknowledged = rows.reduce((sum, row) => sum + row.acknowledged, 0);
    return [
      {
        ...{ goal: 'C10', measure: `书写中 kill -9：说过“已保存”的 ${acknowledged} 次修改里丢失的`, unit: '次', floor: null, peer: null },
        ...{ ours: lost, judged: lost, limit: { atMost: 0 }, rounds: rows.length },
      },
    ];
  },
};

export const stages: readonly Stage[] = [
  liveStage('live-10', () => ({ clients: 10, typists: 5, rate: 4 }), 1.2),
  liveStage('live-50', ({ hall }) => ({ clients: Math.min(50, hall), typists: 10, rate: 2 }), 1.2),
  liveStage('live-hall', ({ hall }) => ({ clients: hall, typists: 20, rate: 2 }), 1),
  busyHall,
  cursors,
  feed,
  joinStage('random'),
  joinStage('typed'),
  slope,
  flooded,
  killing,
];
