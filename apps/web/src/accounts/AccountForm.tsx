// Knows how an account is made or changed; not how passwords are kept.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../http/api.ts';
import { messageOf } from '../http/client.ts';
import { accountsQuery, defaultsQuery } from '../http/queries.ts';
import type { Account, Role } from '../http/shapes.ts';
import { passwordError } from '../sign-in/password-check.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { useNotices } from '../ui/notices.tsx';
import { accountsWords as words } from '../words/zh/accounts.ts';
import { common } from '../words/zh/common.ts';
import { roleWords } from '../words/zh/roles.ts';
import { passwordWords } from '../words/zh/sign-in.ts';
import look from './accounts.module.css';
import { newPassword } from './new-password.ts';

interface Typed {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly sector: string;
  readonly unit: string;
  readonly title: string;
  readonly password: string;
}

const accountShape = /^[A-Za-z0-9._~-]{1,64}$/;

export function AccountForm({ account, onClose }: { readonly account?: Account; readonly onClose: () => void }) {
  const [typed, setTyped] = useState<Typed>(() => ({
    account: account?.account ?? '',
    name: account?.name ?? '',
    role: account?.role ?? 'member',
    sector: account?.sector ?? '',
    unit: account?.unit ?? '',
    title: account?.title ?? '',
    password: account ? '' : newPassword(),
  }));
  const [asked, setAsked] = useState(false);
  const sectors = useQuery(defaultsQuery).data?.sectors ?? [];
  const save = useSave(account, onClose);
  const line = (key: Exclude<keyof Typed, 'role'>) => ({
    value: typed[key],
    onText: (text: string) => setTyped({ ...typed, [key]: text }),
  });
  const badAccount = accountShape.test(typed.account) ? undefined : words.accountBad;
  const weak = account ? undefined : passwordError(typed.password, typed.account);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!badAccount && !weak && typed.name.trim() && !save.isPending) save.mutate(typed);
  };
  return (
    <Dialog open title={account ? words.editTitle(account.name) : words.createTitle} onClose={onClose}>
      <form className={look['form']} onSubmit={submit} noValidate>
        {!account && (
          <TextField
            label={words.columns.account}
            hint={words.accountHint}
            {...line('account')}
            autoCapitalize="none"
            maxLength={64}
            error={asked ? badAccount : undefined}
          />
        )}
        <TextField
          label={words.columns.name}
          {...line('name')}
          maxLength={40}
          error={asked && !typed.name.trim() ? words.needName : undefined}
        />
        <SelectField label={words.columns.role} value={typed.role} onText={(role) => setTyped({ ...typed, role: role as Role })}>
          {Object.entries(roleWords).map(([role, name]) => (
            <option key={role} value={role}>
              {name}
            </option>
          ))}
        </SelectField>
        {typed.role === 'member' && (
          <TextField label={words.columns.sector} hint={words.optional} {...line('sector')} list="sectors" maxLength={40} />
        )}
        <datalist id="sectors">
          {sectors.map((sector) => (
            <option key={sector} value={sector} />
          ))}
        </datalist>
        <TextField label={words.columns.unit} hint={words.optional} {...line('unit')} maxLength={60} />
        <TextField label={words.columns.title} hint={words.optional} {...line('title')} maxLength={60} />
        {!account && (
          <TextField
            label={words.password}
            hint={`${passwordWords.hint}${words.passwordNote}`}
            {...line('password')}
            autoComplete="off"
            maxLength={128}
            error={asked ? weak : undefined}
          />
        )}
        <div role="alert" className={look['error']}>
          {save.error ? messageOf(save.error) : ''}
        </div>
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" type="submit" busy={save.isPending}>
            {common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function useSave(account: Account | undefined, onClose: () => void) {
  const queries = useQueryClient();
  const { say } = useNotices();
  return useMutation({
    mutationFn: ({ password, ...typed }: Typed) => {
      const { role, name, sector, unit, title } = { ...typed, name: typed.name.trim() };
      if (account)
        return api.changeAccount(account.account, { name, role, sector: sector || null, unit: unit || null, title: title || null });
      return api.addAccount({
        account: typed.account,
        name,
        role,
        password,
        ...(sector && { sector }),
        ...(unit && { unit }),
        ...(title && { title }),
      });
    },
    onSuccess: async (_answer, { name }) => {
      await queries.invalidateQueries({ queryKey: accountsQuery.queryKey });
      say(account ? words.saved : words.created(name));
      onClose();
    },
  });
}
