import { expect, test } from 'vitest';
import { personId } from '@xieshang/meeting';
import { readAccounts } from './account-rows.ts';
import { newPassword } from './new-password.ts';

test('a whole row becomes an account, a missing role that of a member', () => {
  const [row] = readAccounts('姓名,账号,身份,界别\n张三,zhangsan,,经济界', []);
  expect(row?.problem).toBeNull();
  expect(row?.made).toEqual({ account: 'zhangsan', name: '张三', role: 'member', sector: '经济界' });
});

test('each fault of a row has its name', () => {
  const known = [{ account: personId('old'), name: '旧', role: 'member', sector: null, unit: null, title: null, disabled: false } as const];
  const text = '姓名,账号,身份\n,a,\n甲,,\n甲,张三,\n甲,b,贵宾\n旧,old,\n甲,c,\n甲,c,';
  expect(readAccounts(text, known).map(({ problem }) => problem)).toEqual([
    'noName',
    'noAccount',
    'badAccount',
    'unknownRole',
    'taken',
    null,
    'twice',
  ]);
});

test('a word that every object knows is no role', () => {
  expect(readAccounts('姓名,账号,身份\n甲,jia,constructor', [])[0]?.problem).toBe('unknownRole');
});

test('first passwords are long, legible and different', () => {
  const made = new Set(Array.from({ length: 100 }, newPassword));
  expect(made.size).toBe(100);
  for (const one of made) expect(one).toMatch(/^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){2}$/);
});
