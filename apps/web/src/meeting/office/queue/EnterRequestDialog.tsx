// Knows how somebody is put on the list by the office, for a question, an interjection or a failed device.
import { floorKinds, orderMatters, requestId, type FloorKind, type OrderMatter, type PersonId, type RequestId } from '@xieshang/meeting';
import { useState } from 'react';
import { newId, useMeeting } from '../../../live/index.ts';
import { SelectField, TextField } from '../../../ui/Field.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { officeWords as words } from '../../../words/zh/office.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { ActForm } from '../../../ui/ActForm.tsx';
import { useAct } from '../act.tsx';
import look from '../choices.module.css';
import { DepartmentChoice } from '../DepartmentChoice.tsx';
import { isAwaited } from '../find-people.ts';
import { PersonPicker } from '../PersonPicker.tsx';
import { nextUp } from '../../shared/list-order.ts';
import { nameOf } from '../../shared/people.ts';
import { heardSpeeches } from '../../shared/questions.ts';
import { usualKind } from '../usual-kind.ts';

/** Kinds that belong to what has just been said, and come at once. */
const replies: ReadonlySet<FloorKind> = new Set(['followUpQuestion', 'interjection', 'departmentResponse']);

export function EnterRequestDialog({ onClose }: { readonly onClose: () => void }) {
  const meeting = useMeeting();
  const { act, busy } = useAct();
  const [kind, setKind] = useState<FloorKind>(usualKind(meeting));
  const [person, setPerson] = useState<PersonId | null>(null);
  const [matter, setMatter] = useState<OrderMatter>('proceedings');
  const [topic, setTopic] = useState('');
  const [first, setFirst] = useState(false);
  const [departments, setDepartments] = useState<readonly PersonId[]>([]);
  const [error, setError] = useState<string>();
  const [id] = useState<RequestId>(() => requestId(newId()));
  const pick = (to: FloorKind) => {
    setKind(to);
    setFirst(replies.has(to));
  };
  const said = replies.has(kind) ? heardSpeeches(meeting.queue).at(-1) : undefined;
  const submit = async () => {
    if (!person) return setError(words.personNeeded);
    const [ahead] = first ? nextUp(meeting, 1) : [];
    const done = await act(
      {
        type: 'EnterRequest',
        requestId: id,
        person,
        kind,
        topic: topic.trim(),
        addressedTo: departments,
        ...(kind === 'pointOfOrder' && { matter }),
        ...(said && { inReplyTo: said.requestId }),
      },
      ...(ahead ? [{ type: 'MoveRequest', requestId: id, before: ahead.requestId } as const] : []),
    );
    if (done) onClose();
  };
  return (
    <ActForm wide title={words.enterTitle} act={words.enterAct} busy={busy} onAct={() => void submit()} onClose={onClose}>
      <p>{words.enterWill}</p>
      <PersonPicker
        people={meeting.roll.attendees.filter(({ role }) => role === 'member' || role === 'departmentRep')}
        chosen={person}
        onChoose={setPerson}
        label={words.enterPerson}
        error={error}
        remark={(attendee) => isAwaited(meeting.roll, attendee.person) && <Tag tone="amber">{words.notHereYet}</Tag>}
      />
      <SelectField label={words.enterKind} value={kind} onText={(value) => pick(floorKinds.find((one) => one === value) ?? kind)}>
        {floorKinds.map((one) => (
          <option key={one} value={one}>
            {roomWords.speechKinds[one]}
          </option>
        ))}
      </SelectField>
      {replies.has(kind) && (
        <p className="small muted">{said ? words.enterReplyTo(nameOf(meeting.roll, said.person)) : words.enterReplyToNobody}</p>
      )}
      {kind === 'pointOfOrder' && (
        <SelectField
          label={words.enterMatter}
          value={matter}
          onText={(value) => setMatter(orderMatters.find((one) => one === value) ?? matter)}
        >
          {orderMatters.map((one) => (
            <option key={one} value={one}>
              {roomWords.orderMatters[one]}
            </option>
          ))}
        </SelectField>
      )}
      <TextField label={words.enterTopic} value={topic} onText={setTopic} maxLength={60} autoComplete="off" />
      {kind !== 'departmentResponse' && (
        <div>
          <p className={look['label']}>{words.enterDepartments}</p>
          <DepartmentChoice roll={meeting.roll} chosen={departments} onChoose={setDepartments} />
        </div>
      )}
      <label className={look['tick']}>
        <input type="checkbox" checked={first} onChange={(event) => setFirst(event.target.checked)} />
        {words.enterFirst}
      </label>
    </ActForm>
  );
}
