// Knows what the items of a secret vote are called, and whether its outcome was announced; not how they were marked.
import { motionId, type CandidateId, type SecretVote } from '@xieshang/meeting';
import { electionsOfVote } from './elections-of-vote.ts';
import type { Held } from '../meeting/shared/held.ts';
import { nomineeName, paperOfElection } from '../meeting/shared/elections.ts';
import { paperAt } from '../meeting/shared/scene.ts';
import { roomWords } from '../words/zh/room.ts';
import { secretVoteWords as words } from '../words/zh/secret-vote.ts';

export function itemName(meeting: Held, vote: SecretVote, item: string): string {
  const motion = meeting.motions[motionId(item)];
  if (motion) return roomWords.paper(paperAt(motion));
  const [election] = electionsOfVote(meeting, vote);
  return election ? nomineeName(paperOfElection(election), meeting.roll, item as CandidateId) : item;
}

/** What was put to one vote, in a line. */
export function votedOn(meeting: Held, vote: SecretVote): string {
  const [election] = electionsOfVote(meeting, vote);
  if (election) return paperOfElection(election).title;
  const papers = vote.paper.items.flatMap((item) => {
    const motion = meeting.motions[motionId(item)];
    return motion ? [paperAt(motion)] : [];
  });
  return papers.length > 0 ? roomWords.papers(papers) : words.items(vote.paper.items.length);
}

/** What was opened and not announced yet is nobody's to read. */
export const isTold = (meeting: Held, vote: SecretVote): boolean =>
  vote.paper.items.every((item) => meeting.motions[motionId(item)]?.phase !== 'closed') &&
  electionsOfVote(meeting, vote).every(({ phase }) => phase !== 'closed');
