// Knows what every speaker is asked to confirm of the own speech and what was answered; not where it stands in the minutes.
import type { Decision } from './decision.ts';
import { no, yes } from './decision.ts';
import type { Instant, Stamped } from './envelope.ts';
import type { MeetingEvent } from './event.ts';
import type { PersonId, RequestId } from './ids.ts';
import type { Assembled, Meeting } from './meeting.ts';
import type { Speech } from './queue/index.ts';
import { lookUp } from './record.ts';
import { attendeeOf } from './roll.ts';

/** 发言摘编, at most 500 characters, as one speaker is shown it. */
export interface AskedDigest {
  readonly requestId: RequestId;
  /** The speech in the words of the record when it was asked: who, about what, from when to when. */
  readonly fact: string;
  /** What was said, in short; may be empty. */
  readonly text: string;
  /** SHA-256, lower-case hex, of exactly what is shown. The protocol makes it and refuses another one; here it is only compared. */
  readonly hash: string;
}

export interface SpeechDigest extends AskedDigest {
  /** The speaker. */
  readonly person: PersonId;
  /** From 1; raised by each asking with other words. */
  readonly version: number;
  readonly asked: { readonly by: PersonId; readonly at: Instant };
  /** From then on an answer is no longer waited for; null: until somebody says so, with a reason. */
  readonly dueAt: Instant | null;
  /** What the speaker last wished to have changed, in this version or an earlier one. */
  readonly wish: string | null;
  readonly standing: DigestStanding;
}

export type DigestStanding =
  | { readonly phase: 'waiting' }
  /** `reason`: why a secretary confirmed for the speaker (代操作); null of the speaker's own confirmation. */
  | { readonly phase: 'confirmed'; readonly by: PersonId; readonly at: Instant; readonly reason: string | null }
  | { readonly phase: 'contested'; readonly by: PersonId; readonly at: Instant }
  /** The office goes on without an answer. */
  | { readonly phase: 'excused'; readonly by: PersonId; readonly at: Instant; readonly reason: string };

export type SpeechDigests = Readonly<Record<RequestId, SpeechDigest>>;

export type SpeechDigestsCommand =
  | { readonly type: 'AskSpeakers'; readonly digests: readonly AskedDigest[]; readonly dueAt?: Instant | undefined }
  | { readonly type: 'ConfirmSpeechDigest'; readonly requestId: RequestId; readonly hash: string }
  | { readonly type: 'ContestSpeechDigest'; readonly requestId: RequestId; readonly hash: string; readonly wish: string }
  | { readonly type: 'ConfirmSpeechDigestFor'; readonly requestId: RequestId; readonly hash: string; readonly reason: string }
  | { readonly type: 'ExcuseSpeaker'; readonly requestId: RequestId; readonly reason: string };

interface OfSpeaker {
  readonly requestId: RequestId;
  readonly person: PersonId;
}

export type SpeechDigestsEvent =
  | { readonly type: 'SpeakerAsked'; readonly payload: OfSpeaker & AskedDigest & Pick<SpeechDigest, 'version' | 'dueAt'> }
  | { readonly type: 'SpeechDigestConfirmed'; readonly payload: OfSpeaker & { readonly hash: string; readonly reason?: string } }
  | { readonly type: 'SpeechDigestContested'; readonly payload: OfSpeaker & { readonly hash: string; readonly wish: string } }
  | { readonly type: 'SpeakerExcused'; readonly payload: OfSpeaker & { readonly reason: string } };

/** M14. The speakers an issue waits for at that moment: who wishes a change, and who has not answered and still has time. */
export const speakersOpen = (digests: SpeechDigests, at: Instant): readonly PersonId[] => [
  ...new Set(
    Object.values(digests)
      .filter(({ standing, dueAt }) => standing.phase === 'contested' || (standing.phase === 'waiting' && (dueAt === null || at < dueAt)))
      .map(({ person }) => person),
  ),
];

/** M11–M13. From the end of the meeting to the issue of the minutes, whatever step they are at. */
export function decideSpeechDigests(meeting: Assembled & Meeting, command: Stamped<SpeechDigestsCommand>): Decision {
  const { minutes } = meeting;
  if (minutes.phase === 'issued') return no({ type: 'MinutesNotAtThisStep', phase: minutes.phase });
  if (command.type === 'AskSpeakers') return ask(meeting, command);
  const { requestId } = command;
  const speech = speechOf(meeting, requestId);
  if (!speech) return no({ type: 'UnknownSpeech', requestId });
  const own = command.type === 'ConfirmSpeechDigest' || command.type === 'ContestSpeechDigest';
  if (own && speech.person !== command.by) return no({ type: 'NotYourSpeech', requestId });
  const digest = lookUp(meeting.speechDigests, requestId);
  if (!digest) return no({ type: 'SpeakerNotAsked', requestId });
  const { standing } = digest;
  const of: OfSpeaker = { requestId, person: digest.person };
  if (command.type === 'ExcuseSpeaker') {
    if (standing.phase === 'confirmed' || standing.phase === 'excused') return yes();
    return yes({ type: 'SpeakerExcused', payload: { ...of, reason: command.reason } });
  }
  const { hash } = command;
  if (hash !== digest.hash) return no({ type: 'SpeechDigestChanged', requestId });
  switch (command.type) {
    case 'ConfirmSpeechDigest':
      if (standing.phase === 'confirmed' && standing.reason === null) return yes();
      return yes({ type: 'SpeechDigestConfirmed', payload: { ...of, hash } });
    case 'ConfirmSpeechDigestFor':
      if (standing.phase === 'confirmed') return yes();
      return yes({ type: 'SpeechDigestConfirmed', payload: { ...of, hash, reason: command.reason } });
    case 'ContestSpeechDigest': {
      const wish = command.wish.trim();
      if (wish === '') return no({ type: 'NoteRequired' });
      if (standing.phase === 'contested' && digest.wish === wish) return yes();
      return yes({ type: 'SpeechDigestContested', payload: { ...of, hash, wish } });
    }
  }
}

const speechOf = ({ queue }: Assembled, requestId: RequestId): Speech | undefined =>
  queue.speeches.find((one) => one.requestId === requestId);

function ask(meeting: Assembled & Meeting, command: Stamped<Extract<SpeechDigestsCommand, { type: 'AskSpeakers' }>>): Decision {
  if (meeting.phase !== 'concluded') return no({ type: 'MeetingNotConcluded' });
  const { confirmationMs } = meeting.rules;
  const dueAt = command.dueAt ?? (confirmationMs === undefined ? null : command.at + confirmationMs);
  if (dueAt !== null && dueAt <= command.at) return no({ type: 'DueTimeHasPassed' });
  const events: MeetingEvent[] = [];
  for (const asked of new Map(command.digests.map((one) => [one.requestId, one])).values()) {
    const { requestId, fact, text, hash } = asked;
    const speech = speechOf(meeting, requestId);
    if (!speech) return no({ type: 'UnknownSpeech', requestId });
    const { person } = speech;
    if (!attendeeOf(meeting.roll, person)) return no({ type: 'UnknownPerson', person });
    const before = lookUp(meeting.speechDigests, requestId);
    if (before?.hash === hash) continue;
    const version = (before?.version ?? 0) + 1;
    events.push({ type: 'SpeakerAsked', payload: { requestId, person, fact, text, hash, version, dueAt } });
  }
  return yes(...events);
}

type Recorded = SpeechDigestsEvent & { readonly by: PersonId; readonly at: Instant };

export function evolveSpeechDigests(digests: SpeechDigests, event: Recorded): SpeechDigests {
  const { by, at } = event;
  const before = lookUp(digests, event.payload.requestId);
  if (event.type === 'SpeakerAsked') {
    const { requestId } = event.payload;
    const wish = before?.wish ?? null;
    return { ...digests, [requestId]: { ...event.payload, asked: { by, at }, wish, standing: { phase: 'waiting' } } };
  }
  if (!before) return digests;
  const { requestId } = before;
  switch (event.type) {
    case 'SpeechDigestConfirmed':
      return { ...digests, [requestId]: { ...before, standing: { phase: 'confirmed', by, at, reason: event.payload.reason ?? null } } };
    case 'SpeechDigestContested':
      return { ...digests, [requestId]: { ...before, wish: event.payload.wish, standing: { phase: 'contested', by, at } } };
    case 'SpeakerExcused':
      return { ...digests, [requestId]: { ...before, standing: { phase: 'excused', by, at, reason: event.payload.reason } } };
  }
}
