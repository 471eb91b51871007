// Goal B3: how long a page stands still while minutes of 100 k edits open on it; measured by e2e/bench.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, startServer } from '@xieshang/server/testing';
import { longName, prepare } from '../coedit/prepared.ts';
import type { Shape } from '../coedit/text.ts';
import type { Figure } from '../figure.ts';
import { drive, median, rounded } from './drive.ts';

interface Opening {
  readonly work: { readonly longest: number; readonly longestOwn: number };
  readonly shownAfter: number;
  readonly characters: number;
}

/** ms. */
const standsStillAtMost = 200;
const shapes: Readonly<Record<Shape, string>> = { random: '各处随机插入', typed: '成段输入' };

export async function longMinutes(quick: boolean): Promise<readonly Figure[]> {
  const edits = quick ? 10_000 : 100_000;
  const rounds = quick ? 1 : 3;
  const folder = await mkdtemp(join(tmpdir(), 'xieshang-long-'));
  const figures: Figure[] = [];
  try {
    const wanted = (['random', 'typed'] as const).map((shape) => ({ shape, edits }));
    const prepared = await prepare({ folder, people: 1, long: wanted, feed: 0 });
    const env = { HOST: '127.0.0.1', PORT: '0', DATA_DIR: await prepared.copy('served'), LOG_LEVEL: 'silent' };
    const running = await startServer(readConfig(['start'], env));
    running.open();
    for (const { shape } of wanted) {
      const address = `${running.origin.public}/meeting/bench-${longName(shape, edits)}/minutes`;
      const open = (slowdown: number): Promise<Opening> =>
        drive<Opening>('minutes', { url: address, cookie: prepared.cookies[0] ?? '', slowdown: String(slowdown) });
      const openings: Opening[] = [];
      for (let round = 0; round < rounds; round += 1) openings.push(await open(1));
      const slowed = await open(4);
      const ours = rounded(median(openings.map(({ work }) => work.longestOwn)), 0);
      const wall = rounded(median(openings.map(({ work }) => work.longest)), 0);
      figures.push({
        goal: 'B3',
        measure: `打开 ${edits} 次修改（${shapes[shape]}）的纪要，页面最长一次不能响应（主线程自己的时间）`,
        ...{ unit: '毫秒', floor: null, peer: null, ours, judged: ours, limit: { atMost: standsStillAtMost }, rounds },
        note: `按钟表 ${wall} 毫秒；${openings[0]?.characters} 字，${rounded(median(openings.map(({ shownAfter }) => shownAfter)) / 1000)} 秒后显示；处理器放慢 4 倍时最长 ${rounded(slowed.work.longestOwn, 0)} 毫秒，${rounded(slowed.shownAfter / 1000)} 秒后显示`,
      });
    }
    await running.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return figures;
}
