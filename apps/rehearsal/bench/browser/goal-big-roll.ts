// Goal B2: how long a page is at work when something happens in a meeting of a thousand members; measured by e2e/bench.
import type { Figure } from '../figure.ts';
import { drive, median, rounded } from './drive.ts';
import { busyHall } from './hall.ts';

interface Work {
  readonly longest: number;
  readonly longestOwn: number;
  readonly busy: number;
}

interface RollFigure {
  readonly watcher: string;
  readonly happening: string;
  readonly slowdown: number;
  readonly works: readonly Work[];
}

const members = 1000;
const pages: Readonly<Record<string, string>> = { member: '委员页', moderator: '主持人页', secretary: '秘书页', hall: '大屏' };
const happenings: Readonly<Record<string, string>> = {
  checkIn: '又一人签到',
  request: '第 300 人申请发言',
  votingOpens: '开始表决',
  vote: '又一人投票',
  votingCloses: '结束表决（带全部记名结果）',
  announced: '公布结果',
};
/** ms: one picture of a screen. */
const onePicture = 16;

export async function bigRoll(quick: boolean): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const rounds = quick ? 1 : 5;
  for (const watcher of quick ? ['member', 'moderator'] : Object.keys(pages)) {
    const told = new Map<number, readonly RollFigure[]>();
    for (const slowdown of quick ? [1] : [1, 4]) {
      const hall = await busyHall(members);
      try {
        const options = { url: hall.url, watcher, slowdown: String(slowdown), rounds: String(rounds) };
        told.set(slowdown, await drive<readonly RollFigure[]>('roll', options, (step) => hall.take(step)));
      } finally {
        await hall.end();
      }
    }
    const slowed = (happening: string): readonly Work[] => told.get(4)?.find((one) => one.happening === happening)?.works ?? [];
    for (const { happening, works } of told.get(1) ?? []) {
      const ours = rounded(median(works.map(({ longestOwn }) => longestOwn)));
      const wall = rounded(median(works.map(({ longest }) => longest)));
      const four = slowed(happening).map(({ longestOwn }) => longestOwn);
      figures.push({
        goal: 'B2',
        measure: `${members} 名委员，${pages[watcher]}：${happenings[happening]}，页面最长的一段工作（主线程自己的时间）`,
        ...{ unit: '毫秒', floor: null, peer: null, ours, judged: ours, limit: { atMost: onePicture }, rounds: works.length },
        note: `按钟表 ${wall} 毫秒${four.length > 0 ? `；处理器放慢 4 倍时 ${rounded(median(four))} 毫秒` : ''}`,
      });
    }
  }
  return figures;
}
