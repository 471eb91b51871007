// Knows how a single saying fills a hall's screen: a notice, a break, the emblem, a whole text.
import type { Instant, Motion } from '@xieshang/meeting';
import { useServerNow } from '../../live/index.ts';
import { clockTime, dayAndTime } from '../../words/time.ts';
import { hallWords } from '../../words/zh/hall.ts';
import { roomWords } from '../../words/zh/room.ts';
import { screenWords as words } from '../../words/zh/screens.ts';
import { PutText, Text } from '../hall/HallVote.tsx';
import { pageAt } from '../hall/pages.ts';
import { textPages, type TextSize } from '../hall/text-size.ts';
import hall from '../hall/Hall.module.css';
import { CountdownClock } from '../shared/CountdownClock.tsx';
import type { Held } from '../shared/held.ts';
import { FrozenText } from '../shared/PaperText.tsx';
import { paperAt } from '../shared/scene.ts';
import { noticeSize } from './notice-size.ts';
import look from './Screens.module.css';

export function HallNotice({ text }: { readonly text: string }) {
  return (
    <section className={look['notice']} aria-label={words.kinds.notice}>
      <p className={look['kind']}>{words.kinds.notice}</p>
      <p className={look['saying']} data-size={noticeSize(text)}>
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

/** Of a whole text on a screen, and how long a page of it stands: it is read, perhaps aloud. */
const [mostOfText, textMs] = [320, 30_000];
/** There is nothing under a whole text: it is set larger than one that is voted on. */
const wholeSize = (length: number): TextSize => (length <= 160 ? 'large' : length <= 230 ? 'long' : 'longer');

export function HallText({ motion }: { readonly motion: Motion }) {
  const paper = paperAt(motion);
  const { leadUnit, coUnits } = paper;
  const units = [
    leadUnit && `${roomWords.leadUnit} ${leadUnit}`,
    coUnits.length > 0 && `${roomWords.coUnits} ${coUnits.join('、')}`,
  ].filter(Boolean);
  const { items, number, of } = pageAt(textPages(paper.text, mostOfText), 1, useServerNow(1_000), textMs);
  return (
    <section className={hall['vote']} aria-label={words.kinds.text}>
      <div className={`${hall['voteHead']} ${look['ofUnits']}`}>
        <h2>{roomWords.paper(paper)}</h2>
        {units.length > 0 && <p className={hall['quiet']}>{units.join('　')}</p>}
      </div>
      <div className={look['whole']}>
        {paper.original === undefined ? (
          <div className={hall['put']}>
            <Text text={items[0] ?? ''} size={wholeSize(paper.text.length)} />
            <p className={hall['quiet']}>
              <FrozenText paper={paper} />
              {of > 1 && ` · ${hallWords.page(number, of)}`}
            </p>
          </div>
        ) : (
          <PutText paper={paper} />
        )}
      </div>
    </section>
  );
}
