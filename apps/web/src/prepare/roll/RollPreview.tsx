// Knows how judged rows are shown, the faulty ones first in reach; not how they are judged.
import { Table } from 'antd';
import { useState } from 'react';
import type { PersonId } from '@xieshang/meeting';
import { Button } from '../../ui/Button.tsx';
import { rollWords } from '../../words/zh/prepare.ts';
import { roleWords } from '../../words/zh/roles.ts';
import { sheetWords } from '../../words/zh/sheet.ts';
import look from '../Prepare.module.css';
import type { JudgedRow, RowProblem } from './roll-rows.ts';

const { preview: words, columns, problems: sentences } = rollWords;

function sentence(problem: RowProblem): string {
  switch (problem.type) {
    case 'tooLong':
      return sentences.tooLong(columns[problem.field], problem.limit);
    case 'sameAsLine':
      return sentences.sameAsLine(problem.line);
    default:
      return sentences[problem.type];
  }
}

interface RollPreviewProps {
  readonly rows: readonly JudgedRow[];
  readonly couldBeGuest: (row: JudgedRow) => boolean;
  readonly onChoose: (line: number, person: PersonId) => void;
  readonly onInvite: (line: number) => void;
}

export function RollPreview({ rows, couldBeGuest, onChoose, onInvite }: RollPreviewProps) {
  const [onlyWrong, setOnlyWrong] = useState(false);
  const shown = onlyWrong ? rows.filter(({ attendee }) => attendee === null) : rows;
  return (
    <>
      <label className="row small">
        <input
          type="checkbox"
          checked={onlyWrong}
          onChange={(event) => setOnlyWrong(event.target.checked)}
          style={{ width: 22, height: 22 }}
        />
        {words.onlyWrong}
      </label>
      <Table<JudgedRow>
        size="small"
        rowKey="line"
        dataSource={[...shown]}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: sheetWords.line, dataIndex: 'line' },
          { title: columns.name, render: (_value, { typed }) => typed.name },
          { title: columns.role, render: (_value, { attendee, typed }) => (attendee ? roleWords[attendee.role] : typed.role) },
          {
            title: columns.unit,
            render: (_value, { attendee, typed }) =>
              [attendee?.sector ?? typed.sector, attendee?.unit ?? typed.unit].filter(Boolean).join(' · '),
          },
          {
            title: sheetWords.verdict,
            render: (_value, row) => <Verdict row={row} guest={couldBeGuest(row)} onChoose={onChoose} onInvite={onInvite} />,
          },
        ]}
      />
    </>
  );
}

interface VerdictProps extends Pick<RollPreviewProps, 'onChoose' | 'onInvite'> {
  readonly row: JudgedRow;
  readonly guest: boolean;
}

function Verdict({ row, guest, onChoose, onInvite }: VerdictProps) {
  const { attendee, problems, candidates, matchedByName, replaces, line } = row;
  if (attendee) {
    const said = row.guest ? words.guestReady : matchedByName ? words.matched(attendee.person) : words.ready;
    return <span className={look['good']}>{`✓ ${replaces ? `${said}，${words.replaces}` : said}`}</span>;
  }
  return (
    <span className="row" style={{ gap: '0.4rem' }}>
      <span className={look['error']}>{problems.map(sentence).join('；')}</span>
      {candidates.map(({ account, unit, sector }) => (
        <Button key={account} size="small" onClick={() => onChoose(line, account)}>
          {`${words.choose} ${[account, sector ?? unit].filter(Boolean).join(' · ')}`}
        </Button>
      ))}
      {guest && (
        <Button size="small" kind="quiet" onClick={() => onInvite(line)}>
          {words.guest}
        </Button>
      )}
    </span>
  );
}
