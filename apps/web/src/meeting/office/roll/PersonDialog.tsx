// Knows one person of the roll and the steps a secretary takes for them; not the rest of the roll.
import { attendeeOf, presenceOf, type PersonId } from '@xieshang/meeting';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { clockTime } from '../../../words/time.ts';
import { common } from '../../../words/zh/common.ts';
import { officeRollWords as words } from '../../../words/zh/office-roll.ts';
import { roleWords } from '../../../words/zh/roles.ts';
import { affiliation, fullName, nameOf } from '../../shared/people.ts';
import { AsideButton } from '../aside/AsideButton.tsx';
import { Act } from '../act.tsx';
import { ReasonAct } from '../ReasonAct.tsx';
import { stateOf } from './whereabouts.ts';

const { reasons } = words;

export function PersonDialog({ person, onClose }: { readonly person: PersonId; readonly onClose: () => void }) {
  const { roll } = useMeeting();
  const attendee = attendeeOf(roll, person);
  if (!attendee) return null;
  const state = stateOf(roll, attendee);
  const presence = presenceOf(roll, person);
  const left = roll.left[person];
  const name = fullName(attendee);
  const here = state === 'hall' || state === 'online';
  const lines = [
    [roleWords[attendee.role], affiliation(attendee), attendee.seat ? words.seat(attendee.seat) : ''].filter(Boolean).join(' · '),
    presence
      ? presence.by === person
        ? words.checkedInAt(clockTime(presence.at))
        : words.checkedInBy(clockTime(presence.at), nameOf(roll, presence.by))
      : '',
    left === undefined ? '' : words.leftAt(clockTime(left)),
  ].filter(Boolean);
  return (
    <Dialog open title={words.personTitle(name)} onClose={onClose} acts={<Button onClick={onClose}>{common.close}</Button>}>
      <div className="stack">
        <div>
          <Tag tone={here ? 'jade' : state === 'leave' ? 'blue' : 'amber'}>{words.state[state]}</Tag>
          {lines.map((line) => (
            <p key={line} className="muted">
              {line}
            </p>
          ))}
        </div>
        <div className="row">
          <AsideButton person={person} />
          {!here && (
            <ReasonAct
              bodies={(reason) => [{ type: 'CheckInFor', person, reason }]}
              title={`${words.checkInFor}：${name}`}
              will={words.checkInForWill(name)}
              act={words.checkInFor}
              usual={[reasons.device, reasons.forgot]}
              kind="primary"
              onDone={onClose}
            >
              {words.checkInFor}
            </ReasonAct>
          )}
          {here && (
            <Act
              bodies={[{ type: 'MarkLeft', person }]}
              ask={{ title: words.markLeft, will: words.markLeftWill(name), act: words.markLeftAct }}
              onDone={onClose}
            >
              {words.markLeft}
            </Act>
          )}
          {presence && (
            <ReasonAct
              bodies={(reason) => [{ type: 'UndoCheckIn', person, reason }]}
              title={`${words.undo}：${name}`}
              will={words.undoWill(name)}
              act={words.undo}
              usual={[reasons.wrong]}
              onDone={onClose}
            >
              {words.undo}
            </ReasonAct>
          )}
          {!here && (
            <ReasonAct
              bodies={(reason) => [{ type: 'RemoveAttendee', person, reason }]}
              title={`${words.removePerson}：${name}`}
              will={words.removePersonWill(name)}
              act={words.removePerson}
              usual={[reasons.change]}
              kind="quiet"
              onDone={onClose}
            >
              {words.removePerson}
            </ReasonAct>
          )}
        </div>
      </div>
    </Dialog>
  );
}
