// Knows how the roll is filled, ordered and corrected; not what its people do in the meeting.
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { Attendee, PersonId, Plan } from '@xieshang/meeting';
import { accountsQuery } from '../../http/queries.ts';
import type { Account } from '../../http/shapes.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { prepareWords, rollWords as words } from '../../words/zh/prepare.ts';
import { roleWords } from '../../words/zh/roles.ts';
import { MovableList } from '../MovableList.tsx';
import look from '../Prepare.module.css';
import { useDraft } from '../use-draft.ts';
import { AttendeeForm } from './AttendeeForm.tsx';
import { sorted } from './order.ts';
import { RollImport } from './RollImport.tsx';

type Task = { readonly kind: 'import' } | { readonly kind: 'edit'; readonly attendee: Attendee };

/** Without a person: off the roll, and out of everything prepared that hangs on it. */
function without(plan: Plan, person: PersonId): Plan {
  return {
    ...plan,
    attendees: plan.attendees.filter((one) => one.person !== person),
    onLeave: plan.onLeave.filter((one) => one !== person),
    prepared: plan.prepared
      .filter((one) => one.person !== person)
      .map((one) => ({ ...one, addressedTo: one.addressedTo.filter((department) => department !== person) })),
  };
}

export function RollStep() {
  const { plan, change } = useDraft();
  const [task, setTask] = useState<Task | null>(null);
  const { attendees } = plan;
  const setAttendees = (list: readonly Attendee[]) => change((old) => ({ ...old, attendees: list }));
  const count = (role: Attendee['role']) => attendees.filter((one) => one.role === role).length;
  const [members, departments] = [count('member'), count('departmentRep')];
  const close = () => setTask(null);
  return (
    <>
      <div className="row">
        <Button onClick={() => setTask({ kind: 'import' })}>{words.import}</Button>
        <AddOne />
      </div>
      <Presiding />
      {attendees.length === 0 ? (
        <EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>
      ) : (
        <>
          <div className="spread">
            <strong className="num">{words.counts(members, departments, attendees.length - members - departments)}</strong>
            <span className="row">
              <span className="small muted">{words.order}</span>
              <Button size="small" onClick={() => setAttendees(sorted(attendees, 'strokes'))}>
                {words.byStrokes}
              </Button>
              <Button size="small" onClick={() => setAttendees(sorted(attendees, 'pinyin'))}>
                {words.byPinyin}
              </Button>
            </span>
          </div>
          <p className="small muted">{words.orderHint}</p>
          <MovableList items={attendees} idOf={({ person }) => person} nameOf={({ name }) => name} onOrder={setAttendees} center>
            {(attendee, index) => (
              <PersonLine
                attendee={attendee}
                index={index}
                onLeave={plan.onLeave.includes(attendee.person)}
                onEdit={() => setTask({ kind: 'edit', attendee })}
                onRemove={() => change((old) => without(old, attendee.person))}
              />
            )}
          </MovableList>
        </>
      )}
      {task?.kind === 'import' && <RollImport onClose={close} />}
      {task?.kind === 'edit' && <AttendeeForm attendee={task.attendee} onClose={close} />}
    </>
  );
}

interface PersonLineProps {
  readonly attendee: Attendee;
  readonly index: number;
  readonly onLeave: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function PersonLine({ attendee, index, onLeave, onEdit, onRemove }: PersonLineProps) {
  const { name, role, sector, unit, title, seat, weight } = attendee;
  return (
    <div className={look['person']}>
      <span className="muted num">{index + 1}</span>
      <strong>{name}</strong>
      <span>
        <Tag tone={role === 'member' ? 'blue' : 'grey'}>{roleWords[role]}</Tag>
      </span>
      <span className="small muted">
        {[sector, unit, title, seat, weight === undefined ? '' : words.votes(weight)].filter(Boolean).join(' · ')}{' '}
        {onLeave && <Tag tone="amber">{words.onLeave}</Tag>}
      </span>
      <span className="row" style={{ gap: 0, flexWrap: 'nowrap' }}>
        <Button kind="quiet" size="small" aria-label={words.editOf(name)} onClick={onEdit}>
          {words.edit}
        </Button>
        <Button kind="quiet" size="small" aria-label={prepareWords.deleteOf(name)} onClick={onRemove}>
          {prepareWords.delete}
        </Button>
      </span>
    </div>
  );
}

function Presiding() {
  const { plan, change } = useDraft();
  const moderators = plan.attendees.filter(({ role }) => role === 'moderator');
  const known = moderators.some(({ person }) => person === plan.presiding);
  return (
    <div className="row">
      <strong>{words.presiding}</strong>
      <Select<PersonId>
        aria-label={words.presiding}
        {...(known && { value: plan.presiding })}
        placeholder={words.presidingNone}
        disabled={moderators.length === 0}
        status={known ? '' : 'error'}
        onChange={(presiding) => change((old) => ({ ...old, presiding }))}
        options={moderators.map(({ person, name }) => ({ value: person, label: name }))}
        style={{ width: '12rem' }}
      />
      <span className="small muted">{words.presidingHint}</span>
    </div>
  );
}

function AddOne() {
  const { plan, change } = useDraft();
  const accounts = useQuery(accountsQuery).data ?? [];
  const free = accounts.filter(
    (one) => !one.disabled && one.role !== 'admin' && !plan.attendees.some(({ person }) => person === one.account),
  );
  const add = (account: Account | undefined) => {
    if (!account || account.role === 'admin') return;
    const { account: person, name, role, sector, unit, title } = account;
    const attendee: Attendee = { person, name, role, ...(sector && { sector }), ...(unit && { unit }), ...(title && { title }) };
    change((old) => ({ ...old, attendees: [...old.attendees, attendee] }));
  };
  return (
    <Select<string>
      aria-label={words.add}
      placeholder={words.add}
      showSearch={{ optionFilterProp: 'label' }}
      value={null}
      style={{ width: '22rem', maxWidth: '100%' }}
      options={free.map(({ account, name, unit, sector, role }) => ({
        value: account,
        label: [name, roleWords[role], sector ?? unit, account].filter(Boolean).join(' · '),
      }))}
      onChange={(account) => add(free.find((one) => one.account === account))}
    />
  );
}
