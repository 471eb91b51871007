// Knows what stand-ins could do next in a rehearsal, as commands of the office; sends nothing and chooses nobody by chance.
import { answerId, isPresent, onFloor, requestId, standingBallot, standingVote, type Command, type PersonId } from '@xieshang/meeting';
import { rehearsalWords as words } from '../../../words/zh/rehearsal.ts';
import { electionOpen } from '../../shared/elections.ts';
import type { Held } from '../../shared/held.ts';
import { questionsOf } from '../../shared/questions.ts';
import { motionsAt } from '../../shared/scene.ts';
import { isOf } from '../../shared/votings.ts';
import { usualKind } from '../usual-kind.ts';

const members = ({ roll }: Held): readonly PersonId[] => roll.attendees.filter(({ role }) => role === 'member').map(({ person }) => person);

/** Members who have not come and are not on leave. */
export const awaited = (meeting: Held): readonly PersonId[] =>
  members(meeting).filter((person) => !isPresent(meeting.roll, person) && meeting.roll.leaves[person]?.phase !== 'approved');

export const arrivals = (meeting: Held, count: number): readonly Command[] =>
  awaited(meeting)
    .slice(0, count)
    .map((person) => ({ type: 'CheckInFor', person, reason: words.reason }));

/** Of members who are here and neither wait nor speak, those who are heard least; every other one asks a department. */
export function requests(meeting: Held, count: number, newId: () => string): readonly Command[] {
  const { queue, roll } = meeting;
  const asked = queue.waiting.filter(({ origin }) => origin === 'asked');
  const busy = new Set([...asked, ...onFloor(queue.floor)].map(({ person }) => person));
  /** Who has a prepared speech before them is heard anyway. */
  const heard = [...queue.speeches, ...queue.waiting].map(({ person }) => person);
  const spoken = (person: PersonId): number => heard.filter((one) => one === person).length;
  const departments = roll.attendees.filter(({ role }) => role === 'departmentRep').map(({ person }) => person);
  const kind = usualKind(meeting);
  return members(meeting)
    .filter((person) => isPresent(roll, person) && !busy.has(person))
    .toSorted((one, other) => spoken(one) - spoken(other))
    .slice(0, count)
    .map((person, place): Command => {
      const nth = queue.speeches.length + queue.waiting.length + place;
      const department = nth % 2 === 0 ? departments[nth % departments.length] : undefined;
      const topic = words.topics[nth % words.topics.length] ?? '';
      return { type: 'EnterRequest', requestId: requestId(newId()), person, kind, topic, addressedTo: department ? [department] : [] };
    });
}

/** Each question that is owed an answer gets one. */
export const answers = (meeting: Held, newId: () => string): readonly Command[] =>
  questionsOf(meeting.queue)
    .filter(({ answer }) => !answer)
    .map(({ speech, department }) => ({
      ...{ type: 'AnswerSpeech', answerId: answerId(newId()), requestId: speech.requestId },
      ...{ kind: 'explain', department, note: words.note },
    }));

/** Of ten, eight are for it, one against, one abstains. */
const mixed = ['approve', 'approve', 'oppose', 'approve', 'approve', 'abstain', 'approve', 'approve', 'approve', 'approve'] as const;

/** For everybody on the roll of an open named vote who has not voted: only there a vote is entered for somebody (V19). */
export const votes = (meeting: Held, how: 'mixed' | 'all'): readonly Command[] =>
  motionsAt(meeting, 'voting').flatMap((motion) => {
    if (!isOf(motion, 'named')) return [];
    return motion.voterRoll.flatMap((voter, place): Command[] => {
      if (standingVote(motion, voter) !== undefined) return [];
      const choice = how === 'all' ? 'approve' : (mixed[place % mixed.length] ?? 'approve');
      return [{ type: 'EnterVote', motionId: motion.motionId, voter, choice, reason: words.reason }];
    });
  });

/** For every elector of an open election by keys without a ballot: as many as there are seats, the first ones more often. */
export function ballots(meeting: Held): readonly Command[] {
  const election = electionOpen(meeting);
  if (election?.form !== 'named') return [];
  const { electionId, paper, voterRoll } = election;
  const names = paper.candidates.map(({ candidateId }) => candidateId);
  return voterRoll.flatMap((voter, place): Command[] => {
    if (standingBallot(election, voter).marks !== null) return [];
    const from = place % 3 === 2 ? place % Math.max(1, names.length) : 0;
    const chosen = [...names.slice(from), ...names.slice(0, from)].slice(0, paper.seats);
    return [{ type: 'EnterElection', electionId, voter, ballot: { chosen, writeIns: [] }, reason: words.reason }];
  });
}
