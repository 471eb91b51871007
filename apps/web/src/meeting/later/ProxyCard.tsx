// Knows how a member gives the vote to another for when they are not here, and takes it back; the vote itself is on the ballot.
import type { PersonId } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting, useSend, useViewer } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { common } from '../../words/zh/common.ts';
import { proxyWords as words } from '../../words/zh/proxies.ts';
import { affiliation, fullName, nameOf } from '../shared/people.ts';

/** Nothing where the meeting's rules know no proxies. */
export function ProxyCard() {
  const { rules, roll, proxies, phase } = useMeeting();
  const { person } = useViewer();
  const { send, sending } = useSend();
  const { warn } = useNotices();
  const [asking, setAsking] = useState(false);
  if (!rules.proxies || phase === 'concluded' || phase === 'cancelled') return null;
  const holder = proxies[person];
  const principals = roll.attendees.filter((one) => proxies[one.person] === person);
  const revoke = () =>
    void send({ type: 'RevokeProxy' }).then((answer) => {
      if (!answer.ok) warn(refusalSentence(answer.refusal));
    });
  return (
    <Card className="stack" aria-label={words.title}>
      <h2>{words.title}</h2>
      {principals.length > 0 && <p>{words.held(principals.map(({ name }) => name).join('、'))}</p>}
      {holder === undefined ? <p className="small muted">{words.will}</p> : <p role="status">{words.given(nameOf(roll, holder))}</p>}
      <div className="row">
        <Button busy={sending.has('GrantProxy')} onClick={() => setAsking(true)}>
          {holder === undefined ? words.give : words.giveOther}
        </Button>
        {holder !== undefined && (
          <Button kind="quiet" busy={sending.has('RevokeProxy')} onClick={revoke}>
            {words.revoke}
          </Button>
        )}
      </div>
      {asking && <Giving onClose={() => setAsking(false)} />}
    </Card>
  );
}

function Giving({ onClose }: { readonly onClose: () => void }) {
  const { roll, proxies } = useMeeting();
  const { person } = useViewer();
  const { send, may } = useSend();
  const [to, setTo] = useState(proxies[person] ?? '');
  const [problem, setProblem] = useState<string>();
  const others = roll.attendees.filter((one) => one.role === 'member' && one.person !== person);
  const give = async () => {
    const holder = others.find((one) => one.person === to)?.person;
    if (holder === undefined) return setProblem(words.choose);
    const answer = await send({ type: 'GrantProxy', to: holder });
    if (answer.ok) onClose();
    else setProblem(refusalSentence(answer.refusal));
  };
  const full = (holder: PersonId): boolean => may({ type: 'GrantProxy', to: holder })?.type === 'TooManyProxies';
  return (
    <Dialog
      open
      title={words.giveTitle}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" onClick={() => void give()}>
            {words.giveAct}
          </Button>
        </>
      }
    >
      <p>{words.will}</p>
      <SelectField label={words.to} value={to} onText={setTo} error={problem}>
        <option value="">{words.choose}</option>
        {others.map((one) => (
          <option key={one.person} value={one.person} disabled={full(one.person)}>
            {[fullName(one), affiliation(one), full(one.person) ? words.full : ''].filter(Boolean).join(' · ')}
          </option>
        ))}
      </SelectField>
    </Dialog>
  );
}
