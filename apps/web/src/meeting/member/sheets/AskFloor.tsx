// Knows the sheet on which a member asks for the floor with a topic, a kind or departments; the plain request is the bar's.
import { orderMatters, requestId, type FloorKind, type OrderMatter, type PersonId } from '@xieshang/meeting';
import { useState } from 'react';
import { newId, useMeeting, useSend } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextArea } from '../../../ui/Field.tsx';
import { refusalSentence } from '../../../words/refusals.ts';
import { common } from '../../../words/zh/common.ts';
import { memberWords as words } from '../../../words/zh/member.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { departmentOf, nameOf } from '../../shared/people.ts';
import { speechBefore } from '../asking.ts';
import look from './AskFloor.module.css';

const longestTopic = 60;

interface AskFloorProps {
  readonly kinds: readonly FloorKind[];
  readonly onClose: () => void;
}

export function AskFloor({ kinds, onClose }: AskFloorProps) {
  const meeting = useMeeting();
  const { send, sending } = useSend();
  const [id] = useState(() => requestId(newId()));
  const [kind, setKind] = useState<FloorKind | undefined>(kinds[0]);
  const [matter, setMatter] = useState<OrderMatter>('proceedings');
  const [topic, setTopic] = useState('');
  const order = kind === 'pointOfOrder';
  const [addressedTo, setAddressedTo] = useState<readonly PersonId[]>([]);
  const [problem, setProblem] = useState<string>();
  const departments = meeting.roll.attendees.filter(({ role }) => role === 'departmentRep');
  const before = speechBefore(meeting);
  const follows = before && (kind === 'followUpQuestion' || kind === 'interjection') ? before : null;

  const submit = async () => {
    if (!kind) return;
    const answer = await send({
      type: 'RequestFloor',
      requestId: id,
      kind,
      topic: topic.trim(),
      ...(order ? { matter } : { addressedTo }),
      ...(follows && { inReplyTo: follows.requestId }),
    });
    if (answer.ok) onClose();
    else setProblem(refusalSentence(answer.refusal));
  };

  return (
    <Dialog
      open
      title={kinds.every((one) => one === 'pointOfOrder') ? words.raiseOrder : words.askWithTopic}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" size="large" busy={sending.has('RequestFloor')} onClick={() => void submit()}>
            {words.submitAsking}
          </Button>
        </>
      }
    >
      <div className="stack">
        {kinds.length > 1 && (
          <fieldset className={look['kinds']}>
            <legend className="small muted">{words.kind}</legend>
            {kinds.map((one) => (
              <label key={one} className={look['kind']}>
                <input type="radio" name="kind" value={one} checked={kind === one} onChange={() => setKind(one)} />
                {roomWords.speechKinds[one]}
              </label>
            ))}
          </fieldset>
        )}
        {order && (
          <fieldset className={look['kinds']}>
            <legend className="small muted">{words.matter}</legend>
            {orderMatters.map((one) => (
              <label key={one} className={look['kind']}>
                <input type="radio" name="matter" value={one} checked={matter === one} onChange={() => setMatter(one)} />
                {roomWords.orderMatters[one]}
              </label>
            ))}
          </fieldset>
        )}
        {follows && <p className="small muted">{words.inReplyTo(nameOf(meeting.roll, follows.person))}</p>}
        <TextArea
          label={order ? words.orderNote : words.topicField}
          hint={words.topicHint(longestTopic)}
          error={problem}
          value={topic}
          onText={setTopic}
          maxLength={longestTopic}
          rows={2}
          style={{ minHeight: '4.2rem' }}
        />
        {!order && departments.length > 0 && (
          <fieldset className={look['kinds']}>
            <legend className="small muted">{words.addressTo}</legend>
            {departments.map((department) => (
              <label key={department.person} className={look['kind']}>
                <input
                  type="checkbox"
                  checked={addressedTo.includes(department.person)}
                  onChange={({ target }) =>
                    setAddressedTo((chosen) =>
                      target.checked ? [...chosen, department.person] : chosen.filter((one) => one !== department.person),
                    )
                  }
                />
                {departmentOf(meeting.roll, department.person)}
              </label>
            ))}
          </fieldset>
        )}
      </div>
    </Dialog>
  );
}
