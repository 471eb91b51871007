// Knows what a screen says of what came to nothing last: a vote or an election declared void, an acclamation objected to; until the meeting goes on, and no longer.
import type { Instant, MotionId } from '@xieshang/meeting';
import { electionWords } from '../../words/zh/elections.ts';
import { roomWords } from '../../words/zh/room.ts';
import { electionsAt } from '../shared/elections.ts';
import type { Held } from '../shared/held.ts';
import { freshVoided, lastTurn, motionsAt } from '../shared/scene.ts';

export interface Saying {
  readonly title: string;
  readonly text: string;
}

type Timed = Saying & { readonly at: Instant };

/** V12, V21, E13. The latest of them; null where there was none since the meeting last went on or a result was announced. */
export function voidedSaying(meeting: Held): Saying | null {
  const told = [...votesSaying(meeting), ...objectionSaying(meeting), ...electionSaying(meeting)];
  const [latest] = told.toSorted((one, other) => other.at - one.at);
  return latest ? { title: latest.title, text: latest.text } : null;
}

function votesSaying(meeting: Held): readonly Timed[] {
  const voided = freshVoided(meeting);
  const [first] = voided;
  if (!first) return [];
  const papers = voided.map(({ paper }) => roomWords.paper(paper)).join('、');
  const why = first.rule === null ? first.reason : roomWords.voidRules[first.rule];
  return [
    {
      title: `${papers} · ${roomWords.voided}`,
      text: roomWords.voidedWhy(why),
      at: Math.max(...voided.map(({ motionId }) => endOf(meeting, motionId))),
    },
  ];
}

/** Nobody is named: who objected is no matter for a wall. */
function objectionSaying(meeting: Held): readonly Timed[] {
  const since = settledSince(meeting);
  return motionsAt(meeting, 'objected').flatMap(({ motionId, paper }) => {
    const at = endOf(meeting, motionId);
    return at >= since ? [{ title: roomWords.paper(paper), text: roomWords.objected, at }] : [];
  });
}

function electionSaying(meeting: Held): readonly Timed[] {
  const since = settledSince(meeting);
  return electionsAt(meeting, 'voided').flatMap(({ paper, voids }) => {
    const last = voids.at(-1);
    return last && last.at >= since ? [{ title: electionWords.voided(paper.title), text: electionWords.voidedWhy(last), at: last.at }] : [];
  });
}

function endOf(meeting: Held, motionId: MotionId): Instant {
  const end = meeting.rounds[motionId]?.at(-1)?.end;
  return end && end.as !== 'open' ? end.at : 0;
}

/** When the meeting last went on or a result was announced. */
function settledSince(meeting: Held): Instant {
  const announced = [...motionsAt(meeting, 'announced'), ...electionsAt(meeting, 'announced')].map(({ announcedAt }) => announcedAt);
  return Math.max(lastTurn(meeting), ...announced);
}
