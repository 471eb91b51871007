// Knows how a pulse looks in the hall: what is asked and how many have answered, then its figures; never who.
import { useMeeting, useNote, useServerNow } from '../../live/index.ts';
import { hallWords } from '../../words/zh/hall.ts';
import { pulseWords as words } from '../../words/zh/pulse.ts';
import { PulseFigures } from '../shared/PulseFigures.tsx';
import { presentOf, type OpenPulse, type PulsePair } from '../shared/pulses.ts';
import { pageMs, Text } from './HallVote.tsx';
import { pageAt } from './pages.ts';
import look from './Hall.module.css';

export function HallPulseAsked({ pulse }: { readonly pulse: OpenPulse }) {
  const meeting = useMeeting();
  const { turnout } = useNote();
  const draft = meeting.recommendations[pulse.motionId];
  return (
    <div className={look['vote']}>
      <div className={look['voteHead']}>
        <h2>{words.about(pulse.number, pulse.turn)}</h2>
        <p className={look['quiet']}>{words.notVote}</p>
      </div>
      {draft && <Text text={draft.text} />}
      <p className={look['asked']}>{words.hallAsk}</p>
      <p className={look['turnout']}>{words.takers(turnout[pulse.pulseId] ?? 0, presentOf(meeting))}</p>
    </div>
  );
}

/** More 界别 than these are turned over. */
const mostSectors = 10;

export function HallPulseTold({ pair }: { readonly pair: PulsePair }) {
  const latest = pair.after ?? pair.newest;
  const { items, number, of } = pageAt(latest.figures.sectors, mostSectors, useServerNow(1_000), pageMs);
  const shown = { ...latest, figures: { ...latest.figures, sectors: items } };
  return (
    <div className={look['vote']}>
      <div className={look['voteHead']}>
        <h2>{words.about(pair.number, pair.newest.turn)}</h2>
        <p className={look['quiet']}>{words.notVote}</p>
      </div>
      <div className={look['pulse']}>
        <PulseFigures pair={{ before: pair.before, after: pair.after, [latest.turn]: shown }} />
      </div>
      {of > 1 && <p className={look['quiet']}>{hallWords.page(number, of)}</p>}
    </div>
  );
}
