// Knows the rows of people who may sign in; not how a password is checked.
import type { Account, AccountRole, Accounts, NewAccount } from '../ports.ts';
import type { OpenDatabase } from './database.ts';
import { asking } from './statements.ts';

const columns = ['account', 'name', 'role', 'sector', 'unit', 'title', 'disabled'] as const;

interface Row {
  readonly account: string;
  readonly name: string;
  readonly role: string;
  readonly sector: string | null;
  readonly unit: string | null;
  readonly title: string | null;
  readonly disabled: number;
}

const fromRow = (row: Row): Account => ({ ...row, role: row.role as AccountRole, disabled: row.disabled === 1 });

/** As the row is written; an administrator is whoever has that role. */
export const accountRow = ({ passwordHash, ...account }: NewAccount, createdAt: number) => ({
  ...account,
  admin: account.role === 'admin' ? 1 : 0,
  disabled: account.disabled ? 1 : 0,
  rehearsal: account.rehearsal ? 1 : 0,
  password_hash: passwordHash,
  created_at: createdAt,
});

export function sqlAccounts(db: OpenDatabase, clock: () => number): Accounts {
  const byName = asking(db, () => db.selectFrom('accounts').select(columns).where('account', '=', ''));
  const row = (account: NewAccount) => accountRow(account, clock());
  return {
    list: async () => {
      const rows = await db.selectFrom('accounts').select(columns).where('rehearsal', '=', 0).orderBy('account').execute();
      return rows.map(fromRow);
    },
    find: async (account) => {
      const [found] = await byName(account);
      return found ? fromRow(found) : null;
    },
    passwordHash: async (account) => {
      const found = await db.selectFrom('accounts').select('password_hash').where('account', '=', account).executeTakeFirst();
      return found?.password_hash ?? null;
    },
    add: async (account) => {
      const added = await db
        .insertInto('accounts')
        .values(row(account))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return added.numInsertedOrUpdatedRows === 1n;
    },
    addMissing: async (accounts) => {
      await db.transaction().execute(async (transaction) => {
        for (const account of accounts) {
          await transaction
            .insertInto('accounts')
            .values(row(account))
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
      });
    },
    change: (account, changes) =>
      db.transaction().execute(async (transaction) => {
        const before = await transaction.selectFrom('accounts').select(columns).where('account', '=', account).executeTakeFirst();
        if (!before) return null;
        const after: Account = { ...fromRow(before), ...changes };
        if (before.role === 'admin' && (after.role !== 'admin' || after.disabled)) {
          const others = await transaction
            .selectFrom('accounts')
            .select('account')
            .where('role', '=', 'admin')
            .where('disabled', '=', 0)
            .where('account', '!=', account)
            .executeTakeFirst();
          if (!others) return 'LastAdmin';
        }
        await transaction
          .updateTable('accounts')
          .set({ ...after, disabled: after.disabled ? 1 : 0, admin: after.role === 'admin' ? 1 : 0 })
          .where('account', '=', account)
          .execute();
        return after;
      }),
    setPasswordHash: async (account, hash) => {
      await db.updateTable('accounts').set({ password_hash: hash }).where('account', '=', account).execute();
    },
    count: async () => {
      const { people } = await db
        .selectFrom('accounts')
        .select((count) => count.fn.countAll<number>().as('people'))
        .where('password_hash', 'is not', null)
        .executeTakeFirstOrThrow();
      return Number(people);
    },
  };
}
