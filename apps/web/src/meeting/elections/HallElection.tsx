// Knows how an election looks in the hall: the list, the numbers, how many have handed in; then who is elected. Never who chose whom.
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
const [mostCandidates, mostStandings] = [24, 10];

/** How many columns a list is set in, so that it fills the screen in letters as large as they may be. */
const columnsFor = (n: number): number => (n <= 4 ? 1 : n <= 12 ? 2 : 3);

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
      <p className={hall['quiet']}>
        {[
          electionWords.forms[form],
          electionWords.seats(paper.seats),
          electionWords.candidates(paper.candidates.length),
          paper.writeIns === 'fromRoll' ? electionWords.writeInsAllowed : '',
          round > 1 ? roomWords.round(round) : '',
          seated.length > 0 ? electionWords.seatedBefore(seated.map(({ name }) => name).join('、')) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ol className={look['candidates']} data-columns={columnsFor(items.length)} start={first + 1}>
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
      {of > 1 && <p className={hall['quiet']}>{words.page(number, of)}</p>}
      {form !== 'paper' && (
        <p className={look['turnout']}>
          <span className={hall['quiet']}>{electionWords.turnout}</span> <b className="num">{returned}</b>{' '}
          <span className="num">{`/ ${voterRoll.length}`}</span>
        </p>
      )}
      {ballots?.phase === 'sealed' && <p className={hall['asked']}>{words.keysAwaited(ballots.handedIn.length)}</p>}
      <div className={hall['numbers']}>
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
          {[electionWords.forms[result.form], roomWords.round(result.round), clockTime(announcedAt)].join(' · ')}
        </p>
      </div>
      <div className={look['bars']} data-few={items.length <= 5 || undefined}>
        <ElectionBars result={result} standings={items} />
      </div>
      {of > 1 && <p className={hall['quiet']}>{words.page(number, of)}</p>}
      <div className={look['told']}>
        <OutcomeLines result={result} />
        <div className={hall['quiet']}>
          <BallotFigures result={result} />
          <p>{ruleLine(result)}</p>
        </div>
      </div>
    </section>
  );
}
