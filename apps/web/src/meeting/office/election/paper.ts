// Knows the paper of an election while the office writes it; not how it is drawn.
import { candidateId, electionId, type Command, type ElectionPaper, type VoteRule } from '@xieshang/meeting';
import { newId } from '../../../live/index.ts';

const usualRule: VoteRule = { base: 'eligible', threshold: { kind: 'moreThan', parts: 1, of: 2 } };

export const freshPaper = (rule: VoteRule = usualRule): ElectionPaper => ({
  title: '',
  seats: 1,
  candidates: [],
  writeIns: 'none',
  rule: rule.threshold.kind === 'consensus' ? usualRule : rule,
});

/** Asked to see whether one may table at all; a paper that would be taken. */
export const probeOf = (paper: ElectionPaper): Command => ({
  type: 'TableElection',
  electionId: electionId('probe'),
  paper: { ...paper, title: '—', candidates: [{ candidateId: candidateId('c'), name: '—' }] },
});

export const newCandidateId = () => candidateId(newId());
export const newElectionId = () => electionId(newId());
