// Knows how a list of candidates is read in the office; decides nothing.
import type { ElectionPaper } from '@xieshang/meeting';
import { electionWords } from '../../../words/zh/elections.ts';
import look from './election.module.css';

export const CandidateList = ({ paper }: { readonly paper: ElectionPaper }) => (
  <ol className={look['list']} aria-label={electionWords.candidates(paper.candidates.length)}>
    {paper.candidates.map(({ candidateId, name, note }, place) => (
      <li key={candidateId}>
        <span className={look['place']}>{place + 1}</span>
        <span>
          <b>{name}</b> {note && <span className="small muted">{note}</span>}
        </span>
      </li>
    ))}
  </ol>
);
