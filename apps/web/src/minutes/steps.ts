// Knows which steps belong to which phase of the minutes and what comes next for a person, asked of the meeting itself; no button.
import { mayWriteMinutes, type Command, type Minutes, type PersonId, type Refusal } from '@xieshang/meeting';
import type { ConvenedMeeting } from '../live/index.ts';

export type Step = 'submit' | 'pass' | 'return' | 'countersign' | 'issue' | 'correct';

/** What the meeting is asked for a step: whether the button is there and lit is its answer to this. */
export const probes: Readonly<Record<Step, Command>> = {
  submit: { type: 'SubmitMinutes' },
  pass: { type: 'PassMinutes' },
  return: { type: 'ReturnMinutes', reason: '' },
  countersign: { type: 'CountersignMinutes' },
  issue: { type: 'IssueMinutes', number: '' },
  correct: { type: 'CorrectMinutes', passage: '', correction: '', reason: '' },
};

const ofPhase: Readonly<Record<Minutes['phase'], readonly Step[]>> = {
  drafting: ['submit'],
  checking: ['return', 'pass'],
  countersigning: ['return', 'countersign', 'issue'],
  issued: ['correct'],
};

/** The steps that somebody takes at this point of the minutes, the next one last; a signature that was given is not asked for again. */
export function stepsAt(minutes: Minutes, person: PersonId): readonly Step[] {
  const signed = minutes.phase === 'countersigning' && minutes.countersigned.some(({ by }) => by === person);
  return ofPhase[minutes.phase].filter((step) => step !== 'countersign' || !signed);
}

export type NextStep =
  | 'write'
  | 'memberWrites'
  | 'waitForSubmission'
  | 'submit'
  | 'revise'
  | 'ownSubmission'
  | 'check'
  | 'waitForCheck'
  | 'countersign'
  | 'issue'
  | 'waitForSignature'
  | 'waitForOthers'
  | 'issued'
  | 'cancelled';

type May = (body: Command) => Refusal | null;

/** What a person can do next with the minutes, or whom they wait for. */
export function nextStepOf(meeting: ConvenedMeeting, person: PersonId, may: May): NextStep {
  const { minutes } = meeting;
  if (meeting.phase === 'cancelled') return 'cancelled';
  switch (minutes.phase) {
    case 'drafting': {
      const refusal = may(probes.submit);
      if (!refusal) return minutes.returned ? 'revise' : 'submit';
      if (refusal.type === 'MeetingNotConcluded') return 'write';
      return mayWriteMinutes(meeting, person) ? 'memberWrites' : 'waitForSubmission';
    }
    case 'checking': {
      const refusal = may(probes.pass);
      if (!refusal) return 'check';
      return refusal.type === 'OwnSubmission' ? 'ownSubmission' : 'waitForCheck';
    }
    case 'countersigning': {
      const signed = !stepsAt(minutes, person).includes('countersign');
      if (!signed) return may(probes.countersign) ? 'waitForSignature' : 'countersign';
      return may(probes.issue) ? 'waitForOthers' : 'issue';
    }
    case 'issued':
      return 'issued';
  }
}

/** The step that is this person's next act: the one in seal red. */
export function primaryOf(next: NextStep): Step | null {
  switch (next) {
    case 'submit':
    case 'revise':
      return 'submit';
    case 'check':
      return 'pass';
    case 'countersign':
      return 'countersign';
    case 'issue':
      return 'issue';
    default:
      return null;
  }
}
