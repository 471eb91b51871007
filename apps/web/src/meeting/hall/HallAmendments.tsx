// Knows how the amendments under discussion look in the hall: one at a time, the clause with its change; chooses none.
import type { Amendment } from '@xieshang/meeting';
import { useServerNow } from '../../live/index.ts';
import { amendmentWords as words } from '../../words/zh/amendments.ts';
import { roomWords } from '../../words/zh/room.ts';
import { TextDifference } from '../amendments/TextDifference.tsx';
import type { Held } from '../shared/held.ts';
import { affiliationOf, nameOf } from '../shared/people.ts';
import { HallNext } from './HallNext.tsx';
import { pageAt } from './pages.ts';
import { differenceLength, textSize } from './text-size.ts';
import look from './Hall.module.css';

/** Long enough to be read aloud. */
const pageMs = 20_000;

export function HallAmendments({ meeting, amendments }: { readonly meeting: Held; readonly amendments: readonly Amendment[] }) {
  const { items, number, of } = pageAt(amendments, 1, useServerNow(1_000), pageMs);
  const [one] = items;
  if (!one) return null;
  const { by, original, text, motionId } = one;
  const clause = meeting.recommendations[motionId]?.number ?? 0;
  const who = [affiliationOf(meeting.roll, by), nameOf(meeting.roll, by)].filter(Boolean).join(' ');
  return (
    <section className={look['vote']} aria-label={words.named(clause)}>
      <div className={look['voteHead']}>
        <h2>{`${roomWords.motion(clause)} · ${words.name}`}</h2>
        <p className={look['quiet']}>{`${words.by(who)}${of > 1 ? ` · ${words.page(number, of)}` : ''}`}</p>
      </div>
      <div className={look['text']} data-size={textSize(differenceLength(original, text))}>
        <TextDifference before={original} after={text} />
      </div>
      {one.reason !== '' && <p className={look['quiet']}>{words.reasonOf(one.reason)}</p>}
      <div className={look['verdict']}>
        <HallNext meeting={meeting} />
      </div>
    </section>
  );
}
