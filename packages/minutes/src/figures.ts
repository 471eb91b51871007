// Knows the figures of a meeting that its minutes tell: who spoke, who answered, what passed; neither words nor a place in the text.
import {
  attendeeOf,
  latestAnswers,
  type Answer,
  type MotionId,
  type PersonId,
  type Recommendation,
  type Speech,
  type SpeechKind,
} from '@xieshang/meeting';
import { roundsOf, type Held, type Round } from './sources.ts';

/** A recommendation with what became of it; `last` is null until it was voted on. */
export interface Outcome {
  readonly motionId: MotionId;
  readonly number: number;
  /** As it was put to the vote, or as it stands in the draft. */
  readonly text: string;
  readonly recommendation: Recommendation | undefined;
  readonly rounds: readonly Round[];
  readonly last: Round | null;
}

/** A question to a department: unanswered, or promised in writing. */
export interface OpenQuestion {
  readonly speech: Speech;
  readonly department: PersonId;
  /** Null: nothing was answered. */
  readonly answer: Answer | null;
}

const isDeliberation = ({ agenda }: Held, { stageId }: Speech): boolean => {
  const stage = agenda.stages.find((one) => one.stageId === stageId);
  return stageId === 'deliberation' || (stage?.name.includes('审议') ?? false);
};

/** In the order they spoke. What is said when the draft is gone through belongs to that, not to the open floor. */
export const speechesOf = (meeting: Held, kind: SpeechKind): readonly Speech[] =>
  meeting.queue.speeches.filter((speech) => speech.kind === kind && !(kind === 'openFloorSpeech' && isDeliberation(meeting, speech)));

/** Each once, in the order they first spoke. */
export const speakersOf = (meeting: Held, kind: SpeechKind): readonly PersonId[] => [
  ...new Set(speechesOf(meeting, kind).map(({ person }) => person)),
];

/** What a department is called: its unit, or the name of who came for it. */
export function unitOf({ roll }: Held, person: PersonId): string {
  const attendee = attendeeOf(roll, person);
  return attendee?.unit ?? attendee?.name ?? '有关部门';
}

/** The answers that stand, in the order their speeches were heard. */
export const standingAnswers = ({ queue }: Held): readonly { readonly speech: Speech; readonly answer: Answer }[] =>
  queue.speeches.flatMap((speech) => latestAnswers(queue, speech.requestId).map((answer) => ({ speech, answer })));

/** Units that answered or responded, each once, in the order they first did. */
export const respondingUnits = (meeting: Held): readonly string[] => [
  ...new Set([
    ...speechesOf(meeting, 'departmentResponse').map(({ person }) => unitOf(meeting, person)),
    ...standingAnswers(meeting).map(({ answer }) => unitOf(meeting, answer.department)),
  ]),
];

/** By number; of recommendations, not of their amendments. */
export function outcomesOf(meeting: Held): readonly Outcome[] {
  const { motions, recommendations } = meeting;
  const ids = [...new Set([...Object.keys(recommendations), ...Object.keys(motions)])] as MotionId[];
  const outcomes = ids.map((motionId): Outcome => {
    const recommendation = Object.hasOwn(recommendations, motionId) ? recommendations[motionId] : undefined;
    const rounds = roundsOf(meeting, motionId);
    const last = rounds.at(-1) ?? null;
    const paper = last?.result.paper ?? recommendation ?? { number: 0, text: '' };
    return { motionId, number: paper.number, text: paper.text, recommendation, rounds, last };
  });
  return outcomes
    .filter(({ number, last }) => number > 0 && last?.result.paper.amends === undefined)
    .toSorted((one, other) => one.number - other.number);
}

export const passedOf = (meeting: Held): readonly Outcome[] => outcomesOf(meeting).filter(({ last }) => last?.result.passed === true);
export const failedOf = (meeting: Held): readonly Outcome[] => outcomesOf(meeting).filter(({ last }) => last?.result.passed === false);

/** Somebody voted against it, abstained, or did not press. */
export function hasDissent({ last }: Outcome): boolean {
  if (!last || last.result.form === 'acclamation') return false;
  const { oppose, abstain, notPressed } = last.result.tally;
  return oppose + abstain + notPressed > 0;
}

/** Speeches addressed to a department that will answer in writing or, once the meeting is over, has not answered. */
export function openQuestionsOf(meeting: Held): readonly OpenQuestion[] {
  const isOver = meeting.phase === 'concluded';
  return meeting.queue.speeches
    .filter(({ kind }) => kind !== 'departmentResponse' && kind !== 'briefing')
    .flatMap((speech) => {
      const answers = latestAnswers(meeting.queue, speech.requestId);
      const silent = speech.addressedTo.filter((department) => isOver && !answers.some((answer) => answer.department === department));
      return [
        ...silent.map((department): OpenQuestion => ({ speech, department, answer: null })),
        ...answers
          .filter(({ kind }) => kind === 'writtenReplyLater')
          .map((answer): OpenQuestion => ({ speech, department: answer.department, answer })),
      ];
    });
}
