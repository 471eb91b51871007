// Knows how rows of a sheet become people of the roll, and what is wrong with those that don't; not where the rows come from.
import type { Attendee, PersonId, Role } from '@xieshang/meeting';
import type { Account } from '../../http/shapes.ts';
import { readSheet, type Column } from '../sheet.ts';

type Field = 'name' | 'account' | 'role' | 'sector' | 'unit' | 'title' | 'seat' | 'weight';
/** Filled in as it is typed, within a length. */
type Text = Exclude<Field, 'account' | 'role' | 'weight'>;

const columns: readonly (Column & { readonly key: Field })[] = [
  { key: 'name', heads: ['姓名', '名字', '委员姓名', '参会人', '参会人员'] },
  { key: 'account', heads: ['账号', '帐号', '用户名', '登录名'] },
  { key: 'role', heads: ['身份', '参会身份', '角色', '类别'] },
  { key: 'sector', heads: ['界别', '所属界别'] },
  { key: 'unit', heads: ['单位', '工作单位', '部门', '所在单位'] },
  { key: 'title', heads: ['职务', '职务职称', '职称', '单位职务'] },
  { key: 'seat', heads: ['座位', '座次', '座号', '席位'] },
  { key: 'weight', heads: ['票数', '权重', '表决权', '表决权数'] },
];

export const fieldLimits: Readonly<Record<Text, number>> = {
  name: 40,
  sector: 40,
  unit: 80,
  title: 80,
  seat: 20,
};

const roleNames: ReadonlyMap<string, Role> = new Map([
  ['委员', 'member'],
  ['政协委员', 'member'],
  ['部门', 'departmentRep'],
  ['部门代表', 'departmentRep'],
  ['列席', 'departmentRep'],
  ['主持', 'moderator'],
  ['主持人', 'moderator'],
  ['秘书', 'secretary'],
  ['会务', 'secretary'],
  ['会务秘书', 'secretary'],
  ['会务人员', 'secretary'],
  ['旁听', 'observer'],
  ['旁听人员', 'observer'],
]);

export interface RollRow {
  readonly line: number;
  readonly typed: Readonly<Record<Field, string>>;
}

export function readRoll(text: string): readonly RollRow[] {
  return readSheet(text, columns).map(({ line, cells }) => ({
    line,
    typed: { name: '', account: '', role: '', sector: '', unit: '', title: '', seat: '', weight: '', ...cells },
  }));
}

export type RowProblem =
  | {
      readonly type:
        | 'noName'
        | 'unknownRole'
        | 'roleNeeded'
        | 'noAccountOfThatName'
        | 'severalOfThatName'
        | 'unknownAccount'
        | 'disabledAccount'
        | 'adminAccount'
        | 'badWeight';
    }
  | { readonly type: 'tooLong'; readonly field: Text; readonly limit: number }
  | { readonly type: 'sameAsLine'; readonly line: number };

export interface JudgedRow extends RollRow {
  /** Who the row would become; null while something is wrong. */
  readonly attendee: Attendee | null;
  readonly problems: readonly RowProblem[];
  /** Accounts of that name, when the account is missing or unknown. */
  readonly candidates: readonly Account[];
  /** The account was found by the name alone. */
  readonly matchedByName: boolean;
  /** Comes without an account, by the invite link alone. */
  readonly guest: boolean;
  /** Takes the place of somebody already on the roll. */
  readonly replaces: boolean;
}

/** By line: the account picked by hand, or the new id of somebody who comes by invite link alone. */
export interface Choices {
  readonly accounts: ReadonlyMap<number, PersonId>;
  readonly guests: ReadonlyMap<number, PersonId>;
}

export const noChoices: Choices = { accounts: new Map(), guests: new Map() };

/** Judges each row against the accounts, the roll so far and the rows above it. */
export function judgeRows(
  rows: readonly RollRow[],
  accounts: readonly Account[],
  roll: readonly Attendee[],
  choices = noChoices,
): readonly JudgedRow[] {
  const lineOf = new Map<PersonId, number>();
  return rows.map((row) => {
    const found = findAccount(row, accounts, choices);
    const role = roleOf(row.typed.role, found.account);
    const problems = [...found.problems, ...lengths(row), ...weightProblems(row), ...(typeof role === 'string' ? [] : [role])];
    const earlier = found.account && lineOf.get(found.account.account);
    if (earlier !== undefined) problems.push({ type: 'sameAsLine', line: earlier });
    else if (found.account && problems.length === 0) lineOf.set(found.account.account, row.line);
    const whole = found.account && typeof role === 'string' && problems.length === 0;
    return {
      ...row,
      problems,
      candidates: found.candidates,
      matchedByName: found.matchedByName,
      guest: found.guest,
      replaces: found.account !== undefined && roll.some(({ person }) => person === found.account?.account),
      attendee: whole && found.account && typeof role === 'string' ? attendeeFrom(row, found.account, role) : null,
    };
  });
}

interface Found {
  readonly account?: Account;
  readonly problems: RowProblem[];
  readonly candidates: readonly Account[];
  readonly matchedByName: boolean;
  readonly guest: boolean;
}

const notFound: Found = { problems: [], candidates: [], matchedByName: false, guest: false };
const bare = (name: string): string => name.replace(/\s/g, '');

function findAccount({ line, typed }: RollRow, accounts: readonly Account[], choices: Choices): Found {
  if (!typed.name && !typed.account) return { ...notFound, problems: [{ type: 'noName' }] };
  const guest = choices.guests.get(line);
  if (guest !== undefined) return { ...notFound, account: guestAccount(guest, typed.name), guest: true };
  const byName = typed.name ? accounts.filter((one) => bare(one.name) === bare(typed.name) && !one.disabled && one.role !== 'admin') : [];
  const chosen = choices.accounts.get(line);
  const exact = accounts.find(({ account }) => account === (chosen ?? typed.account));
  if (exact) {
    const problems: RowProblem[] = exact.disabled
      ? [{ type: 'disabledAccount' }]
      : exact.role === 'admin'
        ? [{ type: 'adminAccount' }]
        : [];
    return { ...notFound, account: exact, problems, candidates: chosen ? byName : [] };
  }
  if (typed.account) return { ...notFound, problems: [{ type: 'unknownAccount' }], candidates: byName };
  const [only, ...others] = byName;
  if (only && others.length === 0) return { ...notFound, account: only, matchedByName: true };
  return { ...notFound, problems: [{ type: only ? 'severalOfThatName' : 'noAccountOfThatName' }], candidates: byName };
}

const guestAccount = (account: PersonId, name: string): Account => ({
  account,
  name,
  role: 'member',
  sector: null,
  unit: null,
  title: null,
  disabled: false,
});

function roleOf(typed: string, account: Account | undefined): Role | RowProblem {
  if (typed) return roleNames.get(bare(typed)) ?? { type: 'unknownRole' };
  if (!account) return { type: 'roleNeeded' };
  return account.role === 'admin' ? { type: 'roleNeeded' } : account.role;
}

function lengths({ typed }: RollRow): RowProblem[] {
  return (['name', 'sector', 'unit', 'title', 'seat'] as const)
    .filter((field) => [...typed[field]].length > fieldLimits[field])
    .map((field) => ({ type: 'tooLong', field, limit: fieldLimits[field] }));
}

/** Votes as they are typed: 1 when nothing is, null when it is no whole number from 1 to 1000. */
export function readWeight(typed: string): number | null {
  if (typed.trim() === '') return 1;
  return /^[1-9]\d{0,3}$/.test(typed.trim()) && Number(typed) <= 1000 ? Number(typed) : null;
}

const weightProblems = ({ typed }: RollRow): RowProblem[] => (readWeight(typed.weight) === null ? [{ type: 'badWeight' }] : []);

/** What the row leaves out comes from the account. */
function attendeeFrom({ typed }: RollRow, account: Account, role: Role): Attendee {
  const sector = typed.sector || (role === 'member' ? account.sector : null);
  const unit = typed.unit || account.unit;
  const title = typed.title || account.title;
  const weight = readWeight(typed.weight) ?? 1;
  return {
    person: account.account,
    name: typed.name || account.name,
    role,
    ...(sector && { sector }),
    ...(unit && { unit }),
    ...(title && { title }),
    ...(typed.seat && { seat: typed.seat }),
    ...(weight !== 1 && { weight }),
  };
}

/** The roll with the judged rows taken over: known people are changed where they stand, new ones follow in order. */
export function takeOver(roll: readonly Attendee[], rows: readonly JudgedRow[]): readonly Attendee[] {
  const fresh = new Map(rows.flatMap(({ attendee }) => (attendee ? [[attendee.person, attendee] as const] : [])));
  const kept = roll.map((one) => {
    const changed = fresh.get(one.person);
    fresh.delete(one.person);
    return changed ?? one;
  });
  return [...kept, ...fresh.values()];
}
