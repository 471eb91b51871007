// Knows which facts a meeting has brought forth so far and to which part of the minutes each belongs; not how it reads.
import type { Instant, Meeting } from '@xieshang/meeting';
import { electionRoundsOf } from './election-wording.ts';
import { factId } from './fact-id.ts';
import type { FactPlace } from './insert-facts.ts';
import type { Section } from './section.ts';
import { heard, motionsOf, roundsOf, type Held } from './sources.ts';

type Happening = FactPlace & { readonly at: Instant };

const happening = (at: Instant, id: string, section: Section): Happening => ({ at, fact: factId(id), section });

/**
 * Law 9. All facts so far, the roll first and the names last, the others in the order they came about. Ids stay as they are whatever is
 * put right later. What ends when a stage begins stands before that stage.
 */
export function factsOf(meeting: Meeting): readonly FactPlace[] {
  if (meeting.phase === 'notConvened') return [];
  const happenings = [...speeches(meeting), ...answers(meeting), ...votes(meeting), ...elections(meeting), ...stages(meeting)];
  const inOrder = happenings.toSorted((one, other) => one.at - other.at);
  return [
    { fact: factId('roll'), section: 'opening' },
    ...inOrder.map(({ fact, section }): FactPlace => ({ fact, section })),
    { fact: factId('names'), section: 'closing' },
  ];
}

function stages({ agenda }: Held): readonly Happening[] {
  return agenda.course.map(({ stageId, from }, place) => {
    const visit = agenda.course.slice(0, place + 1).filter((leg) => leg.stageId === stageId).length;
    return happening(from, `stage.${stageId}.${visit}`, 'course');
  });
}

function speeches({ queue }: Held): readonly Happening[] {
  return queue.speeches.map(({ requestId, kind, to }) =>
    happening(to, `speech.${requestId}`, kind === 'departmentResponse' ? 'responses' : 'course'),
  );
}

/** One for each speech that was answered, from its first answer on. */
function answers(meeting: Held): readonly Happening[] {
  const first = meeting.queue.answers.filter(
    ({ requestId }, place, all) => all.findIndex((one) => one.requestId === requestId) === place && heard(meeting, requestId) !== null,
  );
  return first.map(({ requestId, at }) => happening(at, `answers.${requestId}`, 'course'));
}

function votes(meeting: Held): readonly Happening[] {
  return motionsOf(meeting).flatMap(([motionId]) =>
    roundsOf(meeting, motionId).map(({ round, result }) => happening(result.closedAt, `vote.${motionId}.${round}`, 'recommendations')),
  );
}

const elections = (meeting: Held): readonly Happening[] =>
  electionRoundsOf(meeting).map(({ electionId, result }) => happening(result.closedAt, `election.${electionId}.${result.round}`, 'course'));
