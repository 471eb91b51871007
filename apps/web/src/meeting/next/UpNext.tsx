// Knows how somebody is told that their turn comes: a band across the page, a sound, a shake, the tab's name and the device's own notice.
import { callableTurns, expectedWait, upNextOf, type Nearness } from '@xieshang/meeting';
import { useEffect, useState } from 'react';
import { useMeeting, useServerNow, useViewer } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { nextWords as words } from '../../words/zh/next.ts';
import type { Held } from '../shared/held.ts';
import { nameOf } from '../shared/people.ts';
import { isAway } from './away.ts';
import { call } from './call.ts';
import { notify, takeBack } from './system-notice.ts';
import { useMarkedTitle } from './use-marked-title.ts';
import { useNearer } from './use-nearer.ts';
import { waitText } from './wait-text.ts';
import look from './UpNext.module.css';

/** Q21. Nothing for whoever is not near; once told and seen it goes, the place on the list says the rest. */
export function UpNext() {
  const meeting = useMeeting();
  const { person } = useViewer();
  const { queue, roll, rules, notice } = meeting;
  const running = meeting.phase === 'inSession' || meeting.phase === 'suspended';
  const near = running ? upNextOf(queue, roll, person) : null;
  const key = near ? `${near.requestId} ${near.nearness}` : '';
  const [seen, setSeen] = useState('');
  const open = near !== null && seen !== key;
  const tag = `${notice.meeting} ${key}`;
  useNearer(meeting, person, (nearness) => {
    if (!running) return;
    call(nearness, rules.cues);
    if (isAway()) void notify({ title: words.titles[nearness], body: notice.title, tag });
  });
  useMarkedTitle(open ? words.titles[near.nearness] : null);
  useEffect(() => void takeBack(tag), [tag]);
  return (
    <>
      <div className="visually-hidden" role="status">
        {near ? `${words.titles[near.nearness]}。${sentence(meeting, near.nearness)}` : ''}
      </div>
      {open && (
        <section className={look['band']} data-near={near.nearness} aria-label={words.region}>
          <div className={look['said']}>
            <p className={look['title']}>
              {words.titles[near.nearness]}
              <Wait meeting={meeting} requestId={near.requestId} />
            </p>
            <p className="small">{sentence(meeting, near.nearness)}</p>
          </div>
          <Button onClick={() => setSeen(key)}>{words.gotIt}</Button>
        </section>
      )}
    </>
  );
}

function Wait({ meeting: { queue, roll }, requestId }: { readonly meeting: Held; readonly requestId: Parameters<typeof expectedWait>[2] }) {
  const wait = expectedWait(queue, roll, requestId, useServerNow(5_000));
  const text = wait && waitText(wait);
  return text ? <span className={look['wait']}>{text}</span> : null;
}

/** After whom. */
function sentence({ queue, roll, phase }: Held, nearness: Nearness): string {
  const [first] = callableTurns(queue, roll);
  if (nearness === 'afterNext') return first ? words.afterTwo(nameOf(roll, first.request.person)) : '';
  if (phase === 'suspended') return words.afterBreak;
  return queue.floor.phase === 'empty' ? words.soon : words.afterThem(nameOf(roll, queue.floor.request.person));
}
