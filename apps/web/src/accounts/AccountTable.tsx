// Knows the table of accounts, how it is searched and which acts a row offers.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Select, Table } from 'antd';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { messageOf } from '../http/client.ts';
import { accountsQuery } from '../http/queries.ts';
import type { Account, Role } from '../http/shapes.ts';
import { Button } from '../ui/Button.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import { useNotices } from '../ui/notices.tsx';
import { Tag } from '../ui/Tag.tsx';
import { accountsWords as words } from '../words/zh/accounts.ts';
import { roleWords } from '../words/zh/roles.ts';
import type { Task } from './Accounts.tsx';

const { columns: heads } = words;
const pinyin = new Intl.Collator('zh-u-co-pinyin').compare;

export function AccountTable({ accounts, onTask }: { readonly accounts: readonly Account[]; readonly onTask: (task: Task) => void }) {
  const [sought, setSought] = useState('');
  const [role, setRole] = useState<Role | ''>('');
  const shown = accounts.filter(
    (one) =>
      (!role || one.role === role) &&
      [one.name, one.account, one.unit, one.sector].some((text) => text?.toLowerCase().includes(sought.trim().toLowerCase())),
  );
  return (
    <>
      <div className="row">
        <Input.Search
          aria-label={words.search}
          placeholder={words.search}
          allowClear
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          style={{ width: '20rem', maxWidth: '100%' }}
        />
        <Select<Role | ''>
          aria-label={words.role}
          value={role}
          onChange={setRole}
          style={{ width: '10rem' }}
          options={[
            { value: '', label: words.allRoles },
            ...Object.entries(roleWords).map(([value, label]) => ({ value: value as Role, label })),
          ]}
        />
      </div>
      <Table<Account>
        rowKey="account"
        dataSource={shown}
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: words.none }}
        columns={[
          { title: heads.name, dataIndex: 'name', sorter: (a, b) => pinyin(a.name, b.name) },
          { title: heads.account, dataIndex: 'account', sorter: (a, b) => (a.account < b.account ? -1 : 1) },
          { title: heads.role, dataIndex: 'role', render: (value: Role) => roleWords[value] },
          { title: heads.sector, dataIndex: 'sector' },
          { title: heads.unit, dataIndex: 'unit' },
          { title: heads.title, dataIndex: 'title' },
          {
            title: heads.state,
            dataIndex: 'disabled',
            render: (disabled: boolean) => <Tag tone={disabled ? 'grey' : 'jade'}>{disabled ? words.disabled : words.active}</Tag>,
          },
          { title: heads.acts, key: 'acts', fixed: 'end', render: (_value, account) => <Acts account={account} onTask={onTask} /> },
        ]}
      />
    </>
  );
}

function Acts({ account, onTask }: { readonly account: Account; readonly onTask: (task: Task) => void }) {
  const queries = useQueryClient();
  const ask = useConfirm();
  const { say, warn } = useNotices();
  const change = useMutation({
    mutationFn: (disabled: boolean) => api.changeAccount(account.account, { disabled }),
    onSuccess: () => say(words.saved),
    onError: (error) => warn(messageOf(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: accountsQuery.queryKey }),
  });
  const toggle = async () => {
    const agreed =
      account.disabled || (await ask({ title: words.disableTitle(account.name), will: words.disableWill, act: words.disable }));
    if (agreed) change.mutate(!account.disabled);
  };
  return (
    <div className="row" style={{ flexWrap: 'nowrap', gap: 0 }}>
      <Button kind="quiet" size="small" onClick={() => onTask({ kind: 'edit', account })}>
        {words.edit}
      </Button>
      <Button kind="quiet" size="small" onClick={() => onTask({ kind: 'reset', account })}>
        {words.reset}
      </Button>
      <Button kind="quiet" size="small" onClick={() => onTask({ kind: 'devices', account })}>
        {words.devices}
      </Button>
      <Button kind="quiet" size="small" busy={change.isPending} onClick={() => void toggle()}>
        {account.disabled ? words.enable : words.disable}
      </Button>
    </div>
  );
}
