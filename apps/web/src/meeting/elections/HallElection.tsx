// Knows how an election looks in the hall: the list, the numbers, how many have handed in; then who is elected. Never who chose whom.
import type { CSSProperties } from 'react';
import { useMeeting, useNote, useServerNow } from '../../live/index.ts';
import { clockTime } from '../../words/time.ts';
import { electionWords } from '../../words/zh/elections.ts';
import { hallWords as words } from '../../words/zh/hall.ts';
import { roomWords } from '../../words/zh/room.ts';
import { VoteCountdown } from '../shared/VoteCountdown.tsx';
import { BallotFigures, ElectionBars, ElectionBase } from './ElectionFigures.tsx';
import type { ElectionAt } from '../shared/elections.ts';
import { OutcomeLines, ruleLine } from './ElectionTold.tsx';
import { pageMs } from '../hall/HallVote.tsx';
import { pageAt } from '../hall/pages.ts';
import hall from '../hall/Hall.module.css';
import look from './HallElection.module.css';

/** More than these on one page could not be read from the last row. */
const [mostCandidates, mostStandings] = [20, 8];

/** How many columns a list is set in, so that it fills the screen in letters as large as they may be. */
const columnsFor = (n: number): number => (n <= 2 ? 1 : n <= 8 ? 2 : n <= 15 ? 3 : 4);
/** The same of a screen that is higher than wide. */
const columnsTall = (n: number): number => (n <= 8 ? 1 : 2);

type Sized = CSSProperties & Readonly<Record<`--${string}`, number>>;

const gridOf = (n: number): Sized => ({
  '--columns': columnsFor(n),
  '--rows': Math.ceil(n / columnsFor(n)),
  '--columns-tall': columnsTall(n),
  '--rows-tall': Math.ceil(n / columnsTall(n)),
});

const rowsOf = (n: number): Sized => ({ '--rows': n });

export function HallElection({ election }: { readonly election: ElectionAt<'open'> }) {
  const { paper, round, voterRoll, eligible, form, seated, electionId } = election;
  const { turnout } = useNote();
  const { secretVotes } = useMeeting();
  const ballots = election.form === 'secret' ? secretVotes[election.voteId] : undefined;
  const returned = ballots?.phase === 'sealed' ? ballots.returned : (turnout[ballots?.voteId ?? electionId] ?? 0);
  const { items, number, of } = pageAt(paper.candidates, mostCandidates, useServerNow(1_000), pageMs);
  const first = paper.candidates.findIndex((one) => one === items[0]);
  return (
    <div className={hall['vote']}>
      <div className={hall['voteHead']}>
        <h2>{`${electionWords.election} · ${paper.title}`}</h2>
        <div className={hall['countdown']}>{form !== 'paper' && <VoteCountdown of={election} />}</div>
      </div>
      <div className={look['terms']}>
        <p className={hall['quiet']}>
          {[
            electionWords.forms[form],
            electionWords.seats(paper.seats),
            electionWords.candidates(paper.candidates.length),
            paper.writeIns === 'fromRoll' ? electionWords.writeInsAllowed : '',
            round > 1 ? roomWords.round(round) : '',
            of > 1 ? words.page(number, of) : '',
            seated.length > 0 ? electionWords.seatedBefore(seated.map(({ name }) => name).join('、')) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {form !== 'paper' && (
          <p className={look['turnout']}>
            <span className={hall['quiet']}>{electionWords.turnout}</span> <b className="num">{returned}</b>{' '}
            <span className="num">{`/ ${voterRoll.length}`}</span>
          </p>
        )}
      </div>
      <div className={look['room']} data-notes={items.some(({ note }) => note) || undefined} style={gridOf(items.length)}>
        <ol className={look['candidates']} start={first + 1}>
          {items.map(({ candidateId, name, note }, at) => (
            <li key={candidateId}>
              <span className={look['number']}>{first + at + 1}</span>
              <span className={look['who']}>
                <b>{name}</b>
                {note && <span className={hall['quiet']}>{note}</span>}
              </span>
            </li>
          ))}
        </ol>
      </div>
      {ballots?.phase === 'sealed' && <p className={hall['asked']}>{words.keysAwaited(ballots.handedIn.length)}</p>}
      <div className={`${hall['numbers']} ${look['numbers']}`}>
        <ElectionBase paper={paper} eligible={eligible} mayVote={voterRoll.length} />
      </div>
    </div>
  );
}

export function HallElected({ election: { result, announcedAt } }: { readonly election: ElectionAt<'announced'> }) {
  const { items, number, of } = pageAt(result.standings, mostStandings, useServerNow(1_000), pageMs);
  return (
    <section className={hall['vote']} aria-label={electionWords.result}>
      <div className={hall['voteHead']}>
        <h2>{`${electionWords.result} · ${result.paper.title}`}</h2>
        <p className={hall['quiet']}>
          {[electionWords.forms[result.form], roomWords.round(result.round), clockTime(announcedAt), of > 1 ? words.page(number, of) : '']
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className={look['room']} data-bars style={rowsOf(items.length)}>
        <div className={look['bars']}>
          <ElectionBars result={result} standings={items} />
        </div>
      </div>
      <div className={look['told']}>
        <OutcomeLines result={result} />
        <div className={`${hall['quiet']} ${look['ballots']}`}>
          <BallotFigures result={result} />
          <p>{ruleLine(result)}</p>
        </div>
      </div>
    </section>
  );
}
