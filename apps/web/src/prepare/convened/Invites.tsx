// Knows how people of the roll get a link or a code of their own; each new one ends the one before.
import { useMutation } from '@tanstack/react-query';
import type { Attendee } from '@xieshang/meeting';
import { useState } from 'react';
import { api } from '../../http/api.ts';
import { messageOf } from '../../http/client.ts';
import type { MeetingSummary } from '../../http/shapes.ts';
import { Button } from '../../ui/Button.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { TextField } from '../../ui/Field.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { convenedWords as words } from '../../words/zh/prepare.ts';
import { roleWords } from '../../words/zh/roles.ts';
import { InviteCode } from './InviteCode.tsx';
import { InviteSheet, type Slip } from './InviteSheet.tsx';
import look from './convened.module.css';

interface InvitesProps {
  readonly meeting: MeetingSummary;
  readonly attendees: readonly Attendee[];
}

export function Invites({ meeting, attendees }: InvitesProps) {
  const [sought, setSought] = useState('');
  const [shown, setShown] = useState<Attendee | null>(null);
  const { makeAll, done, slips, putAway } = useSheet(meeting.meeting);
  const found = attendees.filter(({ name, unit, sector }) => [name, unit, sector].some((text) => text?.includes(sought.trim())));
  if (slips) return <InviteSheet meeting={meeting} slips={slips} onBack={putAway} />;
  return (
    <>
      <p className="muted">{words.invitesHint}</p>
      <div className={look['tools']}>
        <div style={{ width: '16rem' }}>
          <TextField label={words.search} value={sought} onText={setSought} type="search" />
        </div>
        <span className="grow" />
        <Button busy={makeAll.isPending} disabled={found.length === 0} onClick={() => void makeAll.act(found)}>
          {words.makeAll(found.length)}
        </Button>
      </div>
      {makeAll.isPending && <ProgressBar share={done / Math.max(1, found.length)} label={words.makeAll(found.length)} />}
      <ul className={look['people']}>
        {found.map((attendee) => (
          <li key={attendee.person}>
            <strong>{attendee.name}</strong>
            <Tag tone={attendee.role === 'member' ? 'blue' : 'grey'}>{roleWords[attendee.role]}</Tag>
            <span className="small muted grow">
              {[attendee.sector, attendee.unit, attendee.title, attendee.seat].filter(Boolean).join(' · ')}
            </span>
            <Button size="small" aria-label={words.makeOf(attendee.name)} onClick={() => setShown(attendee)}>
              {words.make}
            </Button>
          </li>
        ))}
      </ul>
      {shown && <InviteCode meeting={meeting.meeting} attendee={shown} onClose={() => setShown(null)} />}
    </>
  );
}

/** One after the other, so that those already made stay good when the line breaks in between. */
function useSheet(meeting: string) {
  const ask = useConfirm();
  const [done, setDone] = useState(0);
  const [slips, setSlips] = useState<readonly Slip[] | null>(null);
  const make = useMutation({
    mutationFn: async (people: readonly Attendee[]) => {
      const made: Slip[] = [];
      for (const attendee of people) {
        made.push(
          await api.invite(meeting, attendee.person).then(
            ({ link, expiresAt }): Slip => ({ attendee, link, expiresAt, error: null }),
            (error: unknown): Slip => ({ attendee, link: '', expiresAt: 0, error: messageOf(error) }),
          ),
        );
        setDone(made.length);
      }
      return made;
    },
    onSuccess: setSlips,
  });
  const act = async (people: readonly Attendee[]) => {
    if (await ask({ title: words.makeAllTitle(people.length), will: words.makeAllWill, act: words.makeAllAct })) make.mutate(people);
  };
  return { makeAll: { isPending: make.isPending, act }, done, slips, putAway: () => setSlips(null) };
}
