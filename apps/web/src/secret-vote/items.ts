// Knows what the items of a secret vote are called; not how they were marked.
import { motionId, personId, type SecretVote } from '@xieshang/meeting';
import type { Held } from '../meeting/shared/held.ts';
import { nameOf } from '../meeting/shared/people.ts';
import { roomWords } from '../words/zh/room.ts';
import { secretVoteWords as words } from '../words/zh/secret-vote.ts';

const person = 'person:';

export function itemName(meeting: Held, item: string): string {
  if (item.startsWith(person)) return words.writtenIn(nameOf(meeting.roll, personId(item.slice(person.length))));
  const motion = meeting.motions[motionId(item)];
  if (motion) return roomWords.paper('result' in motion ? motion.result.paper : motion.paper);
  return item;
}

/** What was put to one vote, in a line. */
export function votedOn(meeting: Held, { paper }: SecretVote): string {
  const items = paper.items.filter((item) => !item.startsWith(person));
  const papers = items.flatMap((item) => {
    const motion = meeting.motions[motionId(item)];
    return motion ? ['result' in motion ? motion.result.paper : motion.paper] : [];
  });
  if (papers.length === items.length) return roomWords.papers(papers);
  const [first] = items;
  return items.length === 1 && first !== undefined ? itemName(meeting, first) : words.items(items.length);
}

/** Whether its outcome was announced: what was opened and not announced yet is nobody's to read. */
export const isTold = ({ motions }: Held, { paper }: SecretVote): boolean =>
  paper.items.every((item) => motions[motionId(item)]?.phase !== 'closed');
