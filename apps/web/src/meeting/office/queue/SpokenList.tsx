// Knows the speeches that are over, folded away beneath the list, and how they are put to departments afterwards.
import type { Speech } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { clockText } from '../../../ui/clock-text.ts';
import { officeWords as words } from '../../../words/zh/office.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { departmentOf, nameOf } from '../../shared/people.ts';
import { AddressDialog } from '../AddressDialog.tsx';
import { useLit } from '../act.tsx';
import { PutBack } from '../PutBack.tsx';
import look from './queue.module.css';

export function SpokenList() {
  const { queue } = useMeeting();
  if (queue.speeches.length === 0) return null;
  return (
    <details className={look['spoken']}>
      <summary>{words.spoken(queue.speeches.length)}</summary>
      <ol className={look['past']}>
        {queue.speeches.map((speech) => (
          <Spoken key={speech.requestId} speech={speech} />
        ))}
      </ol>
    </details>
  );
}

function Spoken({ speech }: { readonly speech: Speech }) {
  const { roll } = useMeeting();
  const [open, setOpen] = useState(false);
  const { requestId, person, kind, topic, spokenMs, limitMs, addressedTo, instead, matter, text } = speech;
  const lit = useLit({ type: 'AddressSpeech', requestId, departments: addressedTo });
  const over = spokenMs - limitMs;
  return (
    <li>
      <div className="grow">
        <p>
          {nameOf(roll, person)}{' '}
          <span className="small muted">
            {[roomWords.speechKinds[kind], matter && roomWords.orderMatters[matter], topic].filter(Boolean).join(' · ')}
          </span>
        </p>
        <p className="small muted num">
          {kind !== 'writtenSpeech' && clockText(spokenMs)}
          {over >= 1000 && ` · ${roomWords.overtime} ${clockText(over)}`}
          {addressedTo.length > 0 && ` · → ${addressedTo.map((one) => departmentOf(roll, one)).join('、')}`}
        </p>
        {text !== undefined && <p className={look['written']}>{text}</p>}
        {instead && <p className="small muted">{words.insteadOf(nameOf(roll, instead.of), instead.reason ?? '')}</p>}
      </div>
      {kind !== 'writtenSpeech' && <PutBack requestId={requestId} person={person} />}
      {lit && (
        <Button size="small" kind="quiet" unavailable={lit.reason} onClick={() => setOpen(true)}>
          {words.address}
        </Button>
      )}
      {open && <AddressDialog requestId={requestId} addressedTo={addressedTo} onClose={() => setOpen(false)} />}
    </li>
  );
}
