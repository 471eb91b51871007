// Knows one example for each rule of the arrows; not the files of the project.
import { expect, test } from 'vitest';
import { missteps, type Import } from './arrow-rules.ts';
import { bare, importsOf } from './arrows.ts';

const found = (file: string, imports: readonly Import[], words = ''): string[] => missteps([{ file, imports, words }]);
const value = (target: string): Import => ({ target, kind: 'value', relative: target.includes('src/') });

test('an import is found with its kind, whatever its layout', () => {
  const source =
    "import type { A } from './a.ts';\nimport {\n  b,\n} from 'b';\nexport * from './c.ts';\nimport './d.css';\nconst e = () => import('e');";
  expect(importsOf(source)).toEqual([
    { target: './a.ts', kind: 'type' },
    { target: 'b', kind: 'value' },
    { target: './c.ts', kind: 'value' },
    { target: './d.css', kind: 'value' },
    { target: 'e', kind: 'lazy' },
  ]);
});

test('a comment imports nothing and says no word', () => {
  expect(importsOf("// import x from 'x';\n/* import y from 'y'; */")).toEqual([]);
  expect(bare("a; // await\n'Date' + b")).not.toMatch(/await|Date/);
});

test('an arrow never turns', () => {
  expect(found('packages/protocol/src/up.ts', [value('@xieshang/room')])).toHaveLength(1);
  expect(found('packages/room/src/host.ts', [value('@xieshang/protocol')])).toEqual([]);
});

test('meeting imports nothing and has neither clock nor chance', () => {
  expect(found('packages/meeting/src/roll.ts', [value('zod')])).toHaveLength(1);
  expect(found('packages/meeting/src/roll.ts', [], 'const at = Date.now();')).toHaveLength(1);
  expect(found('packages/meeting/src/roll.test.ts', [value('vitest')], 'await x')).toEqual([]);
});

test('web takes only types from the server', () => {
  expect(found('apps/web/src/http/client.ts', [value('@xieshang/server')])).toHaveLength(1);
  expect(found('apps/web/src/http/client.ts', [{ target: '@xieshang/server', kind: 'type' }])).toEqual([]);
});

test('a browser story imports no package of ours', () => {
  expect(found('e2e/cast.ts', [value('@xieshang/meeting')])).toHaveLength(1);
  expect(found('e2e/cast.ts', [value('packages/meeting/src/index.ts')])).toHaveLength(1);
});

test('fault programmes go behind the server through its door for tests only', () => {
  expect(found('apps/rehearsal/torture/p4/cut.ts', [value('@xieshang/server/testing')])).toEqual([]);
  expect(found('apps/rehearsal/torture/p4/cut.ts', [value('@xieshang/server')])).toHaveLength(1);
  expect(found('apps/rehearsal/src/course.ts', [value('@xieshang/server/testing')])).toHaveLength(1);
});

test('folders of the server meet only in main', () => {
  expect(found('apps/server/src/http/session.ts', [value('apps/server/src/store/open.ts')])).toHaveLength(1);
  expect(found('apps/server/src/main.ts', [value('apps/server/src/store/open.ts')])).toEqual([]);
});

test('phones never load antd, not even by a detour', () => {
  const modules = [
    { file: 'apps/web/src/meeting/member/Page.tsx', imports: [value('apps/web/src/x/src/List.tsx')], words: '' },
    { file: 'apps/web/src/x/src/List.tsx', imports: [value('antd')], words: '' },
  ];
  expect(missteps(modules)).toHaveLength(1);
  expect(found('apps/web/src/accounts/Accounts.tsx', [value('antd')])).toEqual([]);
});
