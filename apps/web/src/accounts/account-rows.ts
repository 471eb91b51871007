// Knows how rows of a sheet become new accounts, and what is wrong with those that don't.
import type { Account, NewAccount, Role } from '../http/shapes.ts';
import { readSheet, type Column } from '../prepare/sheet.ts';

const columns: readonly Column[] = [
  { key: 'name', heads: ['姓名', '名字'] },
  { key: 'account', heads: ['账号', '帐号', '用户名'] },
  { key: 'role', heads: ['身份', '角色', '类别'] },
  { key: 'sector', heads: ['界别', '所属界别'] },
  { key: 'unit', heads: ['单位', '工作单位', '部门'] },
  { key: 'title', heads: ['职务', '职称'] },
];

const roles: ReadonlyMap<string, Role> = new Map([
  ['委员', 'member'],
  ['部门', 'departmentRep'],
  ['部门代表', 'departmentRep'],
  ['主持人', 'moderator'],
  ['秘书', 'secretary'],
  ['会务秘书', 'secretary'],
  ['旁听', 'observer'],
  ['旁听人员', 'observer'],
  ['系统管理员', 'admin'],
  ['管理员', 'admin'],
]);

export type AccountProblem = 'noName' | 'noAccount' | 'badAccount' | 'unknownRole' | 'taken' | 'twice' | 'tooLong';

export interface AccountRow {
  readonly line: number;
  readonly name: string;
  readonly account: string;
  readonly problem: AccountProblem | null;
  readonly made: Omit<NewAccount, 'password'>;
}

/** A missing role is that of a member. */
export function readAccounts(text: string, known: readonly Account[]): readonly AccountRow[] {
  const above = new Set<string>();
  return readSheet(text, columns).map(({ line, cells }) => {
    const { name = '', account = '', role: roleName = '', sector = '', unit = '', title = '' } = cells;
    const role = roleName === '' ? 'member' : roles.get(roleName.replace(/\s/g, ''));
    const problem = problemOf({ name, account, role, sector, unit, title }, known, above);
    above.add(account);
    const made = { account, name, role: role ?? 'member', ...(sector && { sector }), ...(unit && { unit }), ...(title && { title }) };
    return { line, name, account, problem, made };
  });
}

interface Cells {
  readonly name: string;
  readonly account: string;
  readonly role: Role | undefined;
  readonly sector: string;
  readonly unit: string;
  readonly title: string;
}

function problemOf(
  { name, account, role, sector, unit, title }: Cells,
  known: readonly Account[],
  above: ReadonlySet<string>,
): AccountProblem | null {
  if (!name) return 'noName';
  if (!account) return 'noAccount';
  if (!/^[A-Za-z0-9][A-Za-z0-9._~-]{0,63}$/.test(account)) return 'badAccount';
  if (!role) return 'unknownRole';
  if (known.some((one) => one.account === account)) return 'taken';
  if (above.has(account)) return 'twice';
  if (name.length > 40 || sector.length > 40 || unit.length > 80 || title.length > 80) return 'tooLong';
  return null;
}
