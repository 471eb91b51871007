// Knows what a screen says of a vote or an election that was declared void last: until the meeting goes on, and no longer.
import { electionWords } from '../../words/zh/elections.ts';
import { roomWords } from '../../words/zh/room.ts';
import { electionsAt } from '../shared/elections.ts';
import type { Held } from '../shared/held.ts';
import { freshVoided, lastTurn, motionsAt } from '../shared/scene.ts';

export interface Saying {
  readonly title: string;
  readonly text: string;
}

/** V21, E13. Null where nothing was voided since the meeting last went on or a result was announced. */
export const voidedSaying = (meeting: Held): Saying | null => votesSaying(meeting) ?? electionSaying(meeting);

function votesSaying(meeting: Held): Saying | null {
  const voided = freshVoided(meeting);
  const [first] = voided;
  if (!first) return null;
  const papers = voided.map(({ paper }) => roomWords.paper(paper)).join('、');
  const why = first.rule === null ? first.reason : roomWords.voidRules[first.rule];
  return { title: `${papers} · ${roomWords.voided}`, text: roomWords.voidedWhy(why) };
}

function electionSaying(meeting: Held): Saying | null {
  const announced = [...motionsAt(meeting, 'announced'), ...electionsAt(meeting, 'announced')].map(({ announcedAt }) => announcedAt);
  const since = Math.max(lastTurn(meeting), ...announced);
  for (const { paper, voids } of electionsAt(meeting, 'voided')) {
    const last = voids.at(-1);
    if (last && last.at >= since) return { title: electionWords.voided(paper.title), text: electionWords.voidedWhy(last) };
  }
  return null;
}
