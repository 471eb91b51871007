// Knows where the minutes stand between drafting and issue, and who may write and read them; not a word of their text.
import { countersignersNow, countersignersOpen, isCountersigner } from './countersigners.ts';
import type { Decision } from './decision.ts';
import { no, yes } from './decision.ts';
import type { Instant, Stamped } from './envelope.ts';
import type { PersonId } from './ids.ts';
import type { Assembled, Meeting } from './meeting.ts';
import type { Refusal } from './refusal.ts';
import { lookUp } from './record.ts';
import { attendeeOf } from './roll.ts';
import { speakersOpen } from './speech-digests.ts';

/** Who took a step, and when. */
export interface MinutesStep {
  readonly by: PersonId;
  readonly at: Instant;
}

/** 更正: what stands in the issued minutes and what it should read. Numbered from 1. */
export interface Correction extends MinutesStep {
  readonly number: number;
  readonly passage: string;
  readonly correction: string;
  readonly reason: string;
}

interface Signatures {
  readonly submitted: MinutesStep;
  readonly passed: MinutesStep;
  readonly countersigned: readonly MinutesStep[];
}

/** What every step before the issue has. */
interface Unissued {
  /** Members permitted to write, in the order of permission. */
  readonly writers: readonly PersonId[];
  /** M5. The last return: while drafting what is to be mended, later what was. */
  readonly returned: (MinutesStep & { readonly reason: string }) | null;
}

/** 起草 → 校核 → 会签 → 签发; a return leads back to drafting. */
export type Minutes =
  | ({ readonly phase: 'drafting' } & Unissued)
  | ({ readonly phase: 'checking'; readonly submitted: MinutesStep } & Unissued)
  | ({ readonly phase: 'countersigning' } & Unissued & Signatures)
  | ({
      readonly phase: 'issued';
      /** 发文字号 */
      readonly number: string;
      /** 抄送, empty for none. */
      readonly copyTo: string;
      /** SHA-256 of the issued text, lower-case hex. */
      readonly hash: string;
      readonly issued: MinutesStep;
      readonly corrections: readonly Correction[];
    } & Signatures);

export const blankMinutes: Minutes = { phase: 'drafting', writers: [], returned: null };

export type MinutesCommand =
  | { readonly type: 'PermitWriter'; readonly person: PersonId }
  | { readonly type: 'DismissWriter'; readonly person: PersonId }
  | { readonly type: 'SubmitMinutes' }
  | { readonly type: 'PassMinutes' }
  | { readonly type: 'ReturnMinutes'; readonly reason: string }
  | { readonly type: 'CountersignMinutes' }
  | { readonly type: 'IssueMinutes'; readonly number: string; readonly copyTo?: string | undefined }
  | { readonly type: 'CorrectMinutes'; readonly passage: string; readonly correction: string; readonly reason: string };

export type MinutesEvent =
  | { readonly type: 'WriterPermitted'; readonly payload: { readonly person: PersonId } }
  | { readonly type: 'WriterDismissed'; readonly payload: { readonly person: PersonId } }
  | { readonly type: 'MinutesSubmitted'; readonly payload: Readonly<Record<never, never>> }
  | { readonly type: 'MinutesPassed'; readonly payload: Readonly<Record<never, never>> }
  | {
      readonly type: 'MinutesReturned';
      /** `countersigners`: those named whom it concerns; left out where nobody was. */
      readonly payload: { readonly reason: string; readonly countersigners?: readonly PersonId[] };
    }
  /** `person` signs; not in the oldest records. */
  | { readonly type: 'MinutesCountersigned'; readonly payload: { readonly person?: PersonId } }
  | {
      readonly type: 'MinutesIssued';
      /** With the whole course of signatures: most readers see none of the facts before. */
      readonly payload: { readonly number: string; readonly copyTo: string; readonly hash: string } & Signatures;
    }
  | { readonly type: 'MinutesCorrected'; readonly payload: Omit<Correction, 'by' | 'at'> };

/** M2, M3, M5. Whether somebody's words are taken into the text at this moment. */
export function mayWriteMinutes(meeting: Meeting, person: PersonId): boolean {
  if (meeting.phase === 'notConvened' || meeting.phase === 'cancelled') return false;
  const { minutes } = meeting;
  const role = attendeeOf(meeting.roll, person)?.role;
  switch (minutes.phase) {
    case 'drafting':
      return role === 'secretary' || (role === 'member' && isSitting(meeting) && minutes.writers.includes(person));
    case 'checking':
      return role === 'secretary' && minutes.submitted.by !== person;
    default:
      return false;
  }
}

/** M10. Whether somebody may read the text at this moment, with all that it once held. */
export function mayReadMinutes(meeting: Meeting, person: PersonId): boolean {
  if (meeting.phase === 'notConvened') return false;
  const role = attendeeOf(meeting.roll, person)?.role;
  if (role === 'moderator' || role === 'secretary') return true;
  if (meeting.minutes.phase === 'issued') return role === 'member' || role === 'departmentRep';
  return mayWriteMinutes(meeting, person);
}

/** M10, M15. Whether somebody may read the text as it would be issued; who was named to countersign sees that and nothing of its past. */
export const mayReadManuscript = (meeting: Meeting, person: PersonId): boolean =>
  mayReadMinutes(meeting, person) || (meeting.phase !== 'notConvened' && isCountersigner(meeting.countersigners, person));

/** M20. Whether somebody may look into earlier versions of the text: the office, and a member only while writing. */
export function mayReadHistory(meeting: Meeting, person: PersonId): boolean {
  if (meeting.phase === 'notConvened') return false;
  const role = attendeeOf(meeting.roll, person)?.role;
  if (role === 'moderator' || role === 'secretary') return true;
  return mayWriteMinutes(meeting, person);
}

/** M6. Whether what the record says of who came and what was answered may still be put right. */
export const recordIsOpen = ({ minutes }: Assembled): boolean => minutes.phase === 'drafting' || minutes.phase === 'checking';

const isSitting = ({ phase }: Meeting): boolean => phase === 'inSession' || phase === 'suspended';

/** M1–M9, M15. */
export function decideMinutes(meeting: Assembled & Meeting, command: Stamped<MinutesCommand>): Decision {
  const { minutes } = meeting;
  switch (command.type) {
    case 'PermitWriter':
    case 'DismissWriter':
      return decideWriter(meeting, command);
    case 'SubmitMinutes':
      if (meeting.phase !== 'concluded') return no({ type: 'MeetingNotConcluded' });
      if (minutes.phase === 'checking' && minutes.submitted.by === command.by) return yes();
      return minutes.phase === 'drafting' ? yes({ type: 'MinutesSubmitted', payload: {} }) : no(elsewhere(minutes));
    case 'PassMinutes':
      if (minutes.phase !== 'checking') return no(elsewhere(minutes));
      return minutes.submitted.by === command.by ? no({ type: 'OwnSubmission' }) : yes({ type: 'MinutesPassed', payload: {} });
    case 'ReturnMinutes':
      return decideReturn(meeting, command);
    case 'CountersignMinutes':
      return decideSignature(meeting, command.by);
    case 'IssueMinutes':
      return decideIssue(meeting, command);
    case 'CorrectMinutes': {
      if (minutes.phase !== 'issued') return no(elsewhere(minutes));
      const { passage, correction, reason } = command;
      return yes({ type: 'MinutesCorrected', payload: { number: minutes.corrections.length + 1, passage, correction, reason } });
    }
  }
}

function decideWriter(meeting: Assembled, { type, person }: Extract<MinutesCommand, { type: 'PermitWriter' | 'DismissWriter' }>): Decision {
  const { minutes, roll } = meeting;
  if (minutes.phase !== 'drafting') return no(elsewhere(minutes));
  const permitted = minutes.writers.includes(person);
  if (type === 'DismissWriter') return permitted ? yes({ type: 'WriterDismissed', payload: { person } }) : yes();
  const role = attendeeOf(roll, person)?.role;
  if (role === undefined) return no({ type: 'UnknownPerson', person });
  if (role !== 'member') return no({ type: 'NotAMember', person });
  return permitted ? yes() : yes({ type: 'WriterPermitted', payload: { person } });
}

/** Departments see nothing of the course but that they were named: what they may do follows from that alone. */
function asDepartment({ minutes, roll, countersigners }: Assembled, by: PersonId): Refusal | null {
  if (attendeeOf(roll, by)?.role !== 'departmentRep') return null;
  if (minutes.phase === 'issued') return elsewhere(minutes);
  return isCountersigner(countersigners, by) ? null : { type: 'NotNamed', person: by };
}

/** M5. */
function decideReturn(meeting: Assembled, { by, reason }: Stamped<Extract<MinutesCommand, { type: 'ReturnMinutes' }>>): Decision {
  const { minutes, roll, countersigners } = meeting;
  const refusal = asDepartment(meeting, by);
  if (refusal) return no(refusal);
  if (attendeeOf(roll, by)?.role !== 'departmentRep') {
    if (minutes.phase !== 'checking' && minutes.phase !== 'countersigning') return no(elsewhere(minutes));
    if (minutes.phase === 'checking' && minutes.submitted.by === by) return no({ type: 'OwnSubmission' });
  }
  const told = countersignersNow(countersigners);
  return yes({ type: 'MinutesReturned', payload: { reason, ...(told.length > 0 && { countersigners: told }) } });
}

/** M7, M15. */
function decideSignature(meeting: Assembled, by: PersonId): Decision {
  const { minutes, roll, countersigners } = meeting;
  const refusal = asDepartment(meeting, by);
  if (refusal) return no(refusal);
  if (attendeeOf(roll, by)?.role !== 'departmentRep' && minutes.phase !== 'countersigning') return no(elsewhere(minutes));
  const signed =
    lookUp(countersigners, by)?.phase === 'signed' ||
    (minutes.phase === 'countersigning' && minutes.countersigned.some((step) => step.by === by));
  return signed ? yes() : yes({ type: 'MinutesCountersigned', payload: { person: by } });
}

/** M8, M14, M16, M17. The text is sealed by the server before the command is put; its hash comes in the envelope. */
function decideIssue(meeting: Assembled, command: Stamped<Extract<MinutesCommand, { type: 'IssueMinutes' }>>): Decision {
  const { minutes, countersigners, speechDigests } = meeting;
  if (minutes.phase !== 'countersigning') return no(elsewhere(minutes));
  const { submitted, passed, countersigned } = minutes;
  if (!countersigned.some(({ by }) => attendeeOf(meeting.roll, by)?.role === 'moderator')) return no({ type: 'NotCountersigned' });
  const unsigned = countersignersOpen(countersigners);
  if (unsigned.length > 0) return no({ type: 'CountersignersOpen', persons: unsigned });
  const unanswered = speakersOpen(speechDigests, command.at);
  if (unanswered.length > 0) return no({ type: 'SpeakersOpen', persons: unanswered });
  if (command.taken !== undefined) return no({ type: 'NumberTaken', number: command.number, title: command.taken });
  if (command.seal === undefined) return no({ type: 'MinutesNotSealed' });
  const { number, copyTo = '', seal: hash } = command;
  return yes({ type: 'MinutesIssued', payload: { number, copyTo, hash, submitted, passed, countersigned } });
}

const elsewhere = ({ phase }: Minutes): Refusal => ({ type: 'MinutesNotAtThisStep', phase });

export function evolveMinutes(minutes: Minutes, event: MinutesEvent & MinutesStep): Minutes {
  const step: MinutesStep = { by: event.by, at: event.at };
  switch (event.type) {
    case 'WriterPermitted':
      return minutes.phase === 'issued' ? minutes : { ...minutes, writers: [...minutes.writers, event.payload.person] };
    case 'WriterDismissed': {
      if (minutes.phase === 'issued') return minutes;
      return { ...minutes, writers: minutes.writers.filter((one) => one !== event.payload.person) };
    }
    case 'MinutesSubmitted':
      return minutes.phase === 'drafting' ? { ...minutes, phase: 'checking', submitted: step } : minutes;
    case 'MinutesPassed':
      return minutes.phase === 'checking' ? { ...minutes, phase: 'countersigning', passed: step, countersigned: [] } : minutes;
    case 'MinutesReturned':
      if (minutes.phase !== 'checking' && minutes.phase !== 'countersigning') return minutes;
      return { phase: 'drafting', writers: minutes.writers, returned: { ...step, reason: event.payload.reason } };
    case 'MinutesCountersigned':
      return minutes.phase === 'countersigning' ? { ...minutes, countersigned: [...minutes.countersigned, step] } : minutes;
    case 'MinutesIssued':
      return minutes.phase === 'issued' ? minutes : { phase: 'issued', ...event.payload, issued: step, corrections: [] };
    case 'MinutesCorrected':
      return minutes.phase === 'issued' ? { ...minutes, corrections: [...minutes.corrections, { ...event.payload, ...step }] } : minutes;
  }
}
