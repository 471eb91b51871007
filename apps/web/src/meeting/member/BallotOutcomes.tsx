// Knows what is said of votes that were under way when their round ended: honestly, and until it has been read.
import { useState } from 'react';
import { useLive, useMeeting, useViewer } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { ballotWords as words } from '../../words/zh/ballot.ts';
import { roomWords } from '../../words/zh/room.ts';
import { paperAt } from '../shared/scene.ts';
import { outcomesOf, placeKey, type Outcome } from './ballot-state.ts';
import look from './Ballot.module.css';

/** A vote that counted is said only while its result is what goes on; one that did not, until it is put away. */
export function BallotOutcomes({ fresh }: { readonly fresh: readonly string[] }) {
  const { motions } = useMeeting();
  const { person } = useViewer();
  const { pending, answered } = useLive();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const shown = outcomesOf(motions, person, pending, answered).filter(
    ({ became, place }) => !seen.has(placeKey(place)) && (became !== 'counted' || fresh.includes(place.motionId)),
  );
  if (shown.length === 0) return null;
  const unread = shown.some(({ became }) => became === 'refused');
  return (
    <Card tone={shown.every(({ became }) => became === 'counted') ? 'plain' : 'mine'} role="status" aria-label={words.became}>
      <h2>{words.became}</h2>
      <ul className={look['outcomes']}>
        {shown.map((outcome) => (
          <OneOutcome key={placeKey(outcome.place)} outcome={outcome} />
        ))}
      </ul>
      {unread && <Button onClick={() => setSeen(new Set([...seen, ...shown.map(({ place }) => placeKey(place))]))}>{words.seen}</Button>}
    </Card>
  );
}

const sentences = { asking: words.asking, counted: words.counted, refused: words.notCounted } as const;

function hintOf(outcome: Outcome): string {
  if (outcome.became === 'counted') return '';
  if (outcome.became === 'asking') return words.askingHint;
  return outcome.refusal.type === 'VotingIsClosed' ? words.lateHint : refusalSentence(outcome.refusal);
}

function OneOutcome({ outcome }: { readonly outcome: Outcome }) {
  const { motions } = useMeeting();
  const { place, choice, became } = outcome;
  const motion = motions[place.motionId];
  const hint = hintOf(outcome);
  return (
    <li data-became={became}>
      <b>{sentences[became](motion ? roomWords.paper(paperAt(motion)) : '', roomWords.choices[choice])}</b>
      {hint && <p className="small">{hint}</p>}
    </li>
  );
}
