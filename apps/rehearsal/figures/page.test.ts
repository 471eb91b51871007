import { expect, test } from 'vitest';
import { figuresPage } from './page.ts';
import type { MeasuredFigure, Part, Results } from './results.ts';

const machine: Results['machine'] = {
  cpu: '某处理器',
  cpus: 2,
  memoryGb: 24,
  system: 'Linux 6',
  node: '24.21.0',
  sqlite: '3.53.4',
  packages: { yjs: '13.6.33' },
};
const figure: MeasuredFigure = {
  ...{ goal: 'R1', measure: '一件事送到 1000 人，p50', unit: 'ms', floor: 10, peer: { name: 'socket.io', value: 12 }, ours: 9.876 },
  ...{ judged: 0.9876, limit: { atMost: 1 }, rounds: 3, met: true },
};
const part: Part = {
  ...{
    at: Date.UTC(2026, 10, 28, 12),
    commit: 'abc1234',
    command: 'npm run figures -- --only room',
    loadBefore: 0.1,
    seconds: 60,
    ended: 0,
  },
  ...{ figures: [figure], lines: [] },
};

test('a goal is told with floor, best peer, ours and the ratio that is judged', () => {
  expect(figuresPage({ machine, parts: { room: part } })).toContain(
    '| R1 | 一件事送到 1000 人，p50 | 10 ms | 12 ms（socket.io） | 9.88 ms | 0.988 ×（应 ≤ 1） | 达到 |',
  );
});

test('what falls short stands first, with its reason', () => {
  const short = { ...figure, goal: 'R7', judged: 2, met: false, note: '每个连接多两个对象。' };
  const page = figuresPage({ machine, parts: { room: { ...part, figures: [figure, short] } } });
  expect(page).toMatch(/- \*\*R7\*\* .+\n  - 一件事送到 1000 人，p50：2 ×（应 ≤ 1）。每个连接多两个对象。/);
  expect(page.indexOf('- **R7**')).toBeLessThan(page.indexOf('## 会场'));
  expect(page).toContain('共 2 项速度目标，达到 1 项。');
});

test('a programme that did not pass stands first too', () => {
  const lines = [{ programme: 'P3', title: '杀进程', ok: false, lost: 1, seconds: 60 }];
  const page = figuresPage({ machine, parts: { torture: { ...part, figures: [], lines } } });
  expect(page.indexOf('- **P3** 没有通过：lost 1')).toBeLessThan(page.indexOf('## 故障测试'));
});

test('a part that was not measured says so', () => {
  expect(figuresPage({ machine, parts: {} })).toContain('这一部分还没有在这台机器上测过。');
});

test('the price of the gate has a column where it was measured', () => {
  const page = figuresPage({ machine, parts: { coedit: { ...part, figures: [{ ...figure, goal: 'C1', gateOff: 5 }] } } });
  expect(page).toContain('不设准入检查');
  expect(page).toContain('| 9.88 ms | 5 ms |');
});
