// Knows which election was put to a secret vote, in whatever round; not what came of it.
import type { Election, SecretVote } from '@xieshang/meeting';
import type { Held } from '../meeting/shared/held.ts';

export const electionsOfVote = ({ elections }: Held, { voteId, paper }: SecretVote): readonly Election[] =>
  Object.values(elections).filter((election) => {
    if (election.phase === 'open') return election.form === 'secret' && election.voteId === voteId;
    const rounds = 'result' in election ? [...election.earlier, election.result] : 'earlier' in election ? election.earlier : [];
    const isOf = rounds.some(({ secret }) => secret?.voteId === voteId);
    return (
      isOf ||
      (election.phase !== 'tabled' && 'paper' in election && election.paper.candidates.some((one) => paper.items.includes(one.candidateId)))
    );
  });
