// Knows how an open vote looks in the hall: the text, the numbers, how many have voted; never who or how.
import { votesHeld } from '@xieshang/meeting';
import type { Paper } from '@xieshang/meeting';
import type { ReactNode } from 'react';
import { useMeeting, useNote, useServerNow } from '../../live/index.ts';
import { hallWords as words } from '../../words/zh/hall.ts';
import { roomWords } from '../../words/zh/room.ts';
import { LaterDifference } from '../amendments/LaterDifference.tsx';
import { BaseCard } from '../shared/BaseCard.tsx';
import { FrozenText } from '../shared/PaperText.tsx';
import { CountdownClock } from '../shared/CountdownClock.tsx';
import { VoteCountdown } from '../shared/VoteCountdown.tsx';
import type { MotionAt } from '../shared/scene.ts';
import { openings, takesItsTime } from '../shared/votings.ts';
import { pageAt } from './pages.ts';
import { differenceLength, isCut, textSize, type TextSize } from './text-size.ts';
import look from './Hall.module.css';

/** More than this on one page could not be read from the last row. */
export const mostRows = 9;
export const pageMs = 9_000;

const calls = { showOfHands: words.raiseHands, paper: words.fillPapers } as const;

export function HallVoting({ motions: all }: { readonly motions: readonly MotionAt<'voting'>[] }) {
  const { turnout } = useNote();
  const motions = openings(all).at(-1) ?? [];
  const [first] = motions;
  if (!first) return null;
  return (
    <div className={look['vote']}>
      <Head form={roomWords.forms[first.form]} motions={motions}>
        {!takesItsTime(first) && <VoteCountdown of={first} />}
      </Head>
      {motions.length === 1 ? (
        <>
          <PutText paper={first.paper} />
          {!takesItsTime(first) && (
            <p className={look['turnout']}>
              <span className={look['quiet']}>{words.turnout}</span> <b className="num">{turnout[first.motionId] ?? 0}</b>{' '}
              <span className="num">{`/ ${first.voterRoll.length}`}</span>
            </p>
          )}
        </>
      ) : (
        <Rows
          motions={motions}
          after={({ motionId, voterRoll }) => (takesItsTime(first) ? '' : roomWords.turnout(turnout[motionId] ?? 0, voterRoll.length))}
        />
      )}
      {(first.form === 'showOfHands' || first.form === 'paper') && <p className={look['asked']}>{calls[first.form]}</p>}
      <div className={look['numbers']}>
        <BaseCard rule={first.rule} eligible={first.eligible} mayVote={votesHeld(first.voterRoll, first.weights)} quorum={first.quorum} />
      </div>
    </div>
  );
}

export function HallObjection({ motions }: { readonly motions: readonly MotionAt<'objection'>[] }) {
  const [first] = motions;
  if (!first) return null;
  return (
    <div className={look['vote']}>
      <Head form={roomWords.acclamation} motions={motions}>
        <CountdownClock dueAt={first.dueAt} label={roomWords.objectionCountdown} ended={roomWords.windowIsUp} />
      </Head>
      {motions.length === 1 ? <PutText paper={first.paper} /> : <Rows motions={motions} after={() => ''} />}
      <p className={look['asked']}>{roomWords.acclamationAsk}</p>
    </div>
  );
}

export function HallCounting({ motions }: { readonly motions: readonly MotionAt<'closed'>[] }) {
  const papers = motions.map(({ motionId, result }) => ({ motionId, paper: result.paper }));
  const [first] = motions;
  if (!first) return null;
  return (
    <div className={look['vote']}>
      <Head form={roomWords.forms[first.result.form]} motions={papers} />
      {papers.length === 1 ? <PutText paper={first.result.paper} /> : <Rows motions={papers} after={() => ''} />}
      <p className={look['asked']}>{words.counting}</p>
    </div>
  );
}

/** A secret vote that has ended and that two scrutineers have yet to open. */
export function HallSealed({ motions }: { readonly motions: readonly MotionAt<'sealed'>[] }) {
  const { secretVotes } = useMeeting();
  const [first] = motions;
  const vote = first && secretVotes[first.voteId];
  if (!first || vote?.phase !== 'sealed') return null;
  return (
    <div className={look['vote']}>
      <Head form={roomWords.forms.secret} motions={motions} />
      {motions.length === 1 ? <Text text={first.paper.text} /> : <Rows motions={motions} after={() => ''} />}
      <p className={look['turnout']}>
        <span className={look['quiet']}>{words.ballotsOut}</span> <b className="num">{vote.voterRoll.length}</b>
        <span className={look['quiet']}>{words.ballotsBack}</span> <b className="num">{vote.returned}</b>
      </p>
      <p className={look['asked']}>{words.keysAwaited(vote.handedIn.length)}</p>
    </div>
  );
}

interface Put {
  readonly motionId: string;
  readonly paper: Paper;
}

function Head({ form, motions, children }: { readonly form: string; readonly motions: readonly Put[]; readonly children?: ReactNode }) {
  return (
    <div className={look['voteHead']}>
      <h2>{`${form} · ${roomWords.papers(motions.map(({ paper }) => paper))}`}</h2>
      <div className={look['countdown']}>{children}</div>
    </div>
  );
}

export const Text = ({ text, size = textSize(text.length) }: { readonly text: string; readonly size?: TextSize }) => (
  <p className={look['text']} data-size={size}>
    {text}
  </p>
);

interface PutTextProps {
  readonly paper: Paper;
  /** Which version it is, where that is not said elsewhere. */
  readonly version?: 'below' | 'elsewhere';
}

/** A whole text, or how an amendment changes it. */
export function PutText({ paper, version = 'below' }: PutTextProps) {
  const { text, original } = paper;
  const length = original === undefined ? text.length : differenceLength(original, text);
  return (
    <div className={look['put']}>
      {original === undefined ? (
        <Text text={text} />
      ) : (
        <div className={look['text']} data-size={textSize(length)}>
          <LaterDifference before={original} after={text} />
        </div>
      )}
      {version === 'below' && (
        <p className={look['quiet']}>
          <FrozenText paper={paper} />
          {isCut(length) && <span className={look['rest']}>{` · ${words.restOnPhones}`}</span>}
        </p>
      )}
    </div>
  );
}

/** So few that more than a line of each can be read. */
export const fewRows = 3;

/** Many at once: a line each, turned over by the page. */
function Rows<Motion extends Put>({ motions, after }: { readonly motions: readonly Motion[]; readonly after: (motion: Motion) => string }) {
  const { items, number, of } = pageAt(motions, mostRows, useServerNow(1_000), pageMs);
  return (
    <div className={look['rows']} data-few={items.length <= fewRows || undefined}>
      <ol>
        {items.map((motion) => (
          <li key={motion.motionId}>
            <b>{roomWords.paper(motion.paper)}</b>
            <span className={look['rowText']}>{motion.paper.text}</span>
            <span className="num">{after(motion)}</span>
          </li>
        ))}
      </ol>
      {of > 1 && <p className={look['quiet']}>{words.page(number, of)}</p>}
    </div>
  );
}
