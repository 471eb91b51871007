// Goal B1: how much a member's phone loads before the room, and how long it waits for the first button; measured by e2e/bench.
import type { Figure } from '../figure.ts';
import { drive, rounded } from './drive.ts';

interface Loads {
  readonly loads: readonly {
    readonly network: 'preset' | 'plain';
    readonly floorMs: number;
    readonly oursMs: number;
    readonly ratio: number;
  }[];
  readonly gzipBytes: number;
  readonly rounds: number;
}

const networks = {
  preset: '开发者工具的“高速 3G”（每个请求先等 562 毫秒，1.44 Mbit/s）',
  plain: '往返 150 毫秒、1.6 Mbit/s 的 3G',
};
const kilobyte = 1024;
/** ms. */
const usableWithin = 1500;

export async function firstLoad(quick: boolean): Promise<readonly Figure[]> {
  const { loads, gzipBytes, rounds } = await drive<Loads>('load', { rounds: quick ? '1' : '5' });
  const weight = rounded(gzipBytes / kilobyte);
  return [
    {
      ...{
        goal: 'B1',
        measure: '委员页首次打开要下载的脚本和样式（gzip）',
        unit: 'KB',
        floor: null,
        peer: null,
        ours: weight,
        judged: weight,
      },
      ...{ limit: { atMost: 180 }, rounds: 1 },
    },
    ...loads.map(({ network, floorMs, oursMs, ratio }): Figure => {
      const measure = `委员页从打开到“签到”可按，处理器放慢 4 倍，${networks[network]}；底线是只有一个 React 按钮的页面`;
      return {
        ...{
          goal: 'B1',
          measure,
          unit: '毫秒',
          floor: rounded(floorMs, 0),
          peer: null,
          ours: rounded(oursMs, 0),
          judged: rounded(oursMs, 0),
        },
        ...{
          limit: { atMost: usableWithin },
          rounds,
          note: `是底线的 ${rounded(ratio, 2)} 倍${floorMs > usableWithin ? '；底线自己也超过这个目标' : ''}`,
        },
      };
    }),
  ];
}
