// Knows the administrator's page: everybody who can sign in; not what they do in meetings.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../http/client.ts';
import { accountsQuery } from '../http/queries.ts';
import type { Account } from '../http/shapes.ts';
import { Frame } from '../sign-in/Frame.tsx';
import { isAdmin, useReader } from '../sign-in/reader.ts';
import { Button } from '../ui/Button.tsx';
import { OfficeTheme } from '../ui/antd-theme.tsx';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.tsx';
import { accountsWords as words } from '../words/zh/accounts.ts';
import { AccountDevices } from './AccountDevices.tsx';
import { AccountForm } from './AccountForm.tsx';
import { AccountImport } from './AccountImport.tsx';
import { AccountTable } from './AccountTable.tsx';
import { NetworkCheck } from './NetworkCheck.tsx';
import { PasswordReset } from './PasswordReset.tsx';

export type Task = { readonly kind: 'create' | 'import' } | { readonly kind: 'edit' | 'reset' | 'devices'; readonly account: Account };

export function Accounts() {
  const reader = useReader();
  return (
    <Frame wide title={words.title}>
      {isAdmin(reader) ? (
        <AccountDesk />
      ) : (
        <EmptyState as="h1" title={words.title}>
          {words.onlyAdmin}
        </EmptyState>
      )}
    </Frame>
  );
}

function AccountDesk() {
  const accounts = useQuery(accountsQuery);
  const [task, setTask] = useState<Task | null>(null);
  const close = () => setTask(null);
  return (
    <OfficeTheme>
      <div className="stack">
        <div className="spread">
          <h1>{words.title}</h1>
          <div className="row">
            <Button onClick={() => setTask({ kind: 'import' })}>{words.importMany}</Button>
            <Button kind="primary" onClick={() => setTask({ kind: 'create' })}>
              {words.create}
            </Button>
          </div>
        </div>
        <p className="muted">{words.intro}</p>
        <NetworkCheck />
        {accounts.isPending && <Loading />}
        {accounts.error && !accounts.data && <ErrorPanel onRetry={() => void accounts.refetch()}>{messageOf(accounts.error)}</ErrorPanel>}
        {accounts.data && <AccountTable accounts={accounts.data} onTask={setTask} />}
      </div>
      {task?.kind === 'create' && <AccountForm onClose={close} />}
      {task?.kind === 'edit' && <AccountForm account={task.account} onClose={close} />}
      {task?.kind === 'reset' && <PasswordReset account={task.account} onClose={close} />}
      {task?.kind === 'devices' && <AccountDevices account={task.account} onClose={close} />}
      {task?.kind === 'import' && <AccountImport known={accounts.data ?? []} onClose={close} />}
    </OfficeTheme>
  );
}
