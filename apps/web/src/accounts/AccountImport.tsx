// Knows how many accounts are made at once, with their first passwords shown a single time.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Table } from 'antd';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { messageOf } from '../http/client.ts';
import { accountsQuery } from '../http/queries.ts';
import type { Account } from '../http/shapes.ts';
import { SheetInput } from '../prepare/SheetInput.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { accountProblemWords, accountsWords as words } from '../words/zh/accounts.ts';
import { common } from '../words/zh/common.ts';
import { roleWords } from '../words/zh/roles.ts';
import { sheetWords } from '../words/zh/sheet.ts';
import { readAccounts, type AccountRow } from './account-rows.ts';
import look from './accounts.module.css';
import { newPassword } from './new-password.ts';

interface Outcome {
  readonly row: AccountRow;
  readonly password: string | null;
  readonly error: string | null;
}

const example = '姓名\t账号\t身份\t界别\t单位\t职务\n张三\tzhangsan\t委员\t经济界\t明川机械厂\t厂长';

export function AccountImport({ known, onClose }: { readonly known: readonly Account[]; readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const [done, setDone] = useState(0);
  const queries = useQueryClient();
  const rows = readAccounts(text, known);
  const ready = rows.filter(({ problem }) => problem === null);
  const make = useMutation({
    mutationFn: async (wanted: readonly AccountRow[]) => {
      const outcomes: Outcome[] = [];
      // One after the other: hashing a password costs the server real work.
      for (const row of wanted) {
        const password = newPassword();
        const error = await api.addAccount({ ...row.made, password }).then(
          () => null,
          (reason: unknown) => messageOf(reason),
        );
        outcomes.push({ row, password: error === null ? password : null, error });
        setDone(outcomes.length);
      }
      return outcomes;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: accountsQuery.queryKey }),
  });
  return (
    <Dialog open wide title={words.importTitle} onClose={make.isPending ? () => undefined : onClose}>
      {make.data ? (
        <Outcomes outcomes={make.data} onClose={onClose} />
      ) : (
        <div className={look['form']}>
          <p className="muted">{words.importHint}</p>
          <SheetInput text={text} onText={setText} example={example} />
          {rows.length > 0 && <Preview rows={rows} />}
          {make.isPending && <ProgressBar share={done / Math.max(1, ready.length)} label={words.importBusy(done, ready.length)} />}
          <div className="row" style={{ justifyContent: 'flex-end' }}>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button kind="primary" busy={make.isPending} disabled={ready.length === 0} onClick={() => make.mutate(ready)}>
              {make.isPending ? words.importBusy(done, ready.length) : words.importAct(ready.length)}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

/** What needs a hand comes first. */
function Preview({ rows }: { readonly rows: readonly AccountRow[] }) {
  const shown = [...rows.filter(({ problem }) => problem !== null), ...rows.filter(({ problem }) => problem === null)];
  return (
    <Table<AccountRow>
      size="small"
      rowKey="line"
      dataSource={shown}
      pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: sheetWords.line, dataIndex: 'line' },
        { title: words.columns.name, dataIndex: 'name' },
        { title: words.columns.account, dataIndex: 'account' },
        { title: words.columns.role, render: (_value, { made }) => roleWords[made.role] },
        {
          title: sheetWords.verdict,
          render: (_value, { problem }) => (problem ? <span className={look['error']}>{accountProblemWords[problem]}</span> : '✓'),
        },
      ]}
    />
  );
}

function Outcomes({ outcomes, onClose }: { readonly outcomes: readonly Outcome[]; readonly onClose: () => void }) {
  return (
    <div className={look['form']}>
      <p>{words.importDone(outcomes.filter(({ password }) => password !== null).length)}</p>
      <Table<Outcome>
        size="small"
        rowKey={({ row }) => row.line}
        dataSource={[...outcomes]}
        pagination={false}
        columns={[
          { title: words.columns.name, render: (_value, { row }) => row.name },
          { title: words.columns.account, render: (_value, { row }) => row.account },
          {
            title: words.password,
            render: (_value, { password, error }) =>
              password === null ? (
                <span className={look['error']}>{`${words.importFailed}：${error ?? ''}`}</span>
              ) : (
                <span className={look['secret']}>{password}</span>
              ),
          },
        ]}
      />
      <div className="row no-print" style={{ justifyContent: 'flex-end' }}>
        <Button onClick={() => print()}>{words.print}</Button>
        <Button kind="primary" onClick={onClose}>
          {common.close}
        </Button>
      </div>
    </div>
  );
}
