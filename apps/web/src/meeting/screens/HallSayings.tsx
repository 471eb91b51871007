// Knows how a single saying fills a hall's screen: a notice, a break, the emblem, a whole text.
import type { Instant, Motion } from '@xieshang/meeting';
import { clockTime, dayAndTime } from '../../words/time.ts';
import { roomWords } from '../../words/zh/room.ts';
import { screenWords as words } from '../../words/zh/screens.ts';
import { PutText } from '../hall/HallVote.tsx';
import hall from '../hall/Hall.module.css';
import { CountdownClock } from '../shared/CountdownClock.tsx';
import type { Held } from '../shared/held.ts';
import { paperAt } from '../shared/scene.ts';
import look from './Screens.module.css';

/** As large as the length of the text allows. */
const sizes = [
  { upTo: 24, size: 'huge' },
  { upTo: 70, size: 'large' },
  { upTo: 200, size: 'normal' },
] as const;

export function HallNotice({ text }: { readonly text: string }) {
  const size = sizes.find(({ upTo }) => text.length <= upTo)?.size ?? 'normal';
  return (
    <section className={look['notice']} aria-label={words.kinds.notice}>
      <p className={look['kind']}>{words.kinds.notice}</p>
      <p className={look['saying']} data-size={size}>
        {text}
      </p>
    </section>
  );
}

export function HallBreak({ until }: { readonly until: Instant | null }) {
  return (
    <section className={look['notice']} aria-label={words.rest}>
      <p className={look['saying']} data-size="huge">
        {words.rest}
      </p>
      {until !== null && (
        <>
          <div className={look['countdown']}>
            <CountdownClock dueAt={until} label={words.restCountdown} ended={words.restIsOver} />
          </div>
          <p className={look['kind']}>{words.goesOnAt(clockTime(until))}</p>
        </>
      )}
    </section>
  );
}

export function HallEmblem({ meeting: { notice } }: { readonly meeting: Held }) {
  return (
    <section className={look['notice']} aria-label={words.kinds.emblem}>
      <img src="/icon.svg" alt="" className={look['emblem']} />
      <p className={look['saying']} data-size="large">
        {notice.topic || notice.title}
      </p>
      <p className={look['kind']}>{`${dayAndTime(notice.startsAt)}　${notice.place}`}</p>
    </section>
  );
}

export function HallText({ motion }: { readonly motion: Motion }) {
  const paper = paperAt(motion);
  const { leadUnit, coUnits } = paper;
  const units = [
    leadUnit && `${roomWords.leadUnit} ${leadUnit}`,
    coUnits.length > 0 && `${roomWords.coUnits} ${coUnits.join('、')}`,
  ].filter(Boolean);
  return (
    <section className={hall['vote']} aria-label={words.kinds.text}>
      <div className={hall['voteHead']}>
        <h2>{roomWords.paper(paper)}</h2>
        {units.length > 0 && <p className={hall['quiet']}>{units.join('　')}</p>}
      </div>
      <div className={look['whole']}>
        <PutText paper={paper} />
      </div>
    </section>
  );
}
