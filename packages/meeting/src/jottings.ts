// Knows who may read, write and settle what the office jots down beside a meeting (rules L); a jotting is never a fact and never in the log.
import type { Instant } from './envelope.ts';
import type { PersonId, RequestId, StageId } from './ids.ts';
import type { Meeting } from './meeting.ts';
import { begun } from './queue/index.ts';
import { attendeeOf } from './roll.ts';

declare const brand: unique symbol;
export type JottingId = string & { readonly [brand]: 'jotting' };
export const jottingId = (text: string): JottingId => text as JottingId;

/** L2. Characters are UTF-16 units, as everywhere; so many jottings in one meeting. */
export const jottingLimits = { text: 200, jottings: 1000 } as const;

/** What ran when the line was begun; null for nothing. */
export interface JottedAbout {
  readonly stageId: StageId | null;
  readonly requestId: RequestId | null;
}

/** Erased: of its words nothing is left. */
export type JottingStanding =
  | { readonly phase: 'open' }
  | { readonly phase: 'done'; readonly by: PersonId; readonly at: Instant }
  | { readonly phase: 'struck' | 'erased'; readonly at: Instant };

export interface Jotting {
  readonly id: JottingId;
  /** Of the meeting's jottings as a whole: the number of the last change that was made to this one. */
  readonly revision: number;
  readonly by: PersonId;
  readonly at: Instant;
  readonly text: string;
  readonly about: JottedAbout;
  /** Null while it reads as it was written. */
  readonly rewordedAt: Instant | null;
  readonly standing: JottingStanding;
}

export type JottingAct =
  | { readonly type: 'write'; readonly text: string; readonly about: JottedAbout }
  /** `seen`: the revision that was on the screen. */
  | { readonly type: 'reword'; readonly text: string; readonly seen: number }
  | { readonly type: 'strike' | 'restore' | 'erase' }
  | { readonly type: 'finish' }
  | { readonly type: 'reopen' };

export interface JottingRefusal {
  readonly type:
    | 'NotPermitted'
    | 'JottingsClosed'
    | 'JottingIdTaken'
    | 'TooManyJottings'
    | 'UnknownJotting'
    | 'NotYourJotting'
    | 'JottingSettled'
    | 'JottingChanged';
}

/** A yes with what it is from now on, but for its revision; null: it is so already. */
export type JottingDecision =
  | { readonly ok: true; readonly next: Omit<Jotting, 'revision'> | null }
  | { readonly ok: false; readonly refusal: JottingRefusal };

const no = (type: JottingRefusal['type']): JottingDecision => ({ ok: false, refusal: { type } });
const already: JottingDecision = { ok: true, next: null };

/** L1. The office of this meeting, by its roll; nobody else. */
export function mayReadJottings(meeting: Meeting, person: PersonId): boolean {
  if (meeting.phase === 'notConvened') return false;
  const role = attendeeOf(meeting.roll, person)?.role;
  return role === 'moderator' || role === 'secretary';
}

/** L1. Whether they may be added to and changed at this moment. */
export const mayJot = (meeting: Meeting, person: PersonId): boolean =>
  mayReadJottings(meeting, person) &&
  meeting.phase !== 'notConvened' &&
  meeting.phase !== 'cancelled' &&
  meeting.minutes.phase !== 'issued';

/** L3. Whether somebody is the one who marks what has been seen to. */
export const maySettleJottings = (meeting: Meeting, person: PersonId): boolean =>
  mayJot(meeting, person) && meeting.phase !== 'notConvened' && attendeeOf(meeting.roll, person)?.role === 'secretary';

export interface JottingAsked {
  readonly id: JottingId;
  readonly act: JottingAct;
  readonly by: PersonId;
  readonly at: Instant;
  /** How many there are. */
  readonly count: number;
}

/** L1–L3. Whether somebody's act is taken at this moment; `jotting` is what stands under the id. */
export function decideJotting(meeting: Meeting, jotting: Jotting | undefined, { id, act, by, at, count }: JottingAsked): JottingDecision {
  if (!mayReadJottings(meeting, by)) return no('NotPermitted');
  if (act.type === 'write') {
    if (jotting) return jotting.by === by && jotting.text === act.text ? already : no('JottingIdTaken');
    if (!mayJot(meeting, by)) return no('JottingsClosed');
    if (count >= jottingLimits.jottings) return no('TooManyJottings');
    const about = known(meeting, act.about);
    return { ok: true, next: { id, by, at, text: act.text, about, rewordedAt: null, standing: { phase: 'open' } } };
  }
  if (!mayJot(meeting, by)) return no('JottingsClosed');
  if (!jotting) return no('UnknownJotting');
  if (act.type === 'finish' || act.type === 'reopen') return settle(meeting, jotting, act.type, by, at);
  return ofAuthor(jotting, act, by, at);
}

/** What it says it is about, as far as the meeting knows of it: a line is never lost over that. */
function known(meeting: Meeting, { stageId, requestId }: JottedAbout): JottedAbout {
  if (meeting.phase === 'notConvened') return { stageId: null, requestId: null };
  const { agenda, queue } = meeting;
  const speeches = [...queue.speeches.map((speech) => speech.requestId), ...begun(queue.floor).map(({ request }) => request.requestId)];
  return {
    stageId: agenda.stages.some((stage) => stage.stageId === stageId) ? stageId : null,
    requestId: requestId !== null && speeches.includes(requestId) ? requestId : null,
  };
}

type OfAuthor = Exclude<JottingAct, { type: 'write' | 'finish' | 'reopen' }>;

function ofAuthor(jotting: Jotting, act: OfAuthor, by: PersonId, at: Instant): JottingDecision {
  const { standing, revision, ...same } = jotting;
  if (jotting.by !== by) return no('NotYourJotting');
  switch (act.type) {
    case 'reword':
      if (jotting.text === act.text) return already;
      if (standing.phase !== 'open') return no('JottingSettled');
      return revision === act.seen ? { ok: true, next: { ...same, standing, text: act.text, rewordedAt: at } } : no('JottingChanged');
    case 'strike':
      if (standing.phase === 'struck') return already;
      return standing.phase === 'open' ? { ok: true, next: { ...same, standing: { phase: 'struck', at } } } : no('JottingSettled');
    case 'restore':
      if (standing.phase === 'open') return already;
      return standing.phase === 'struck' ? { ok: true, next: { ...same, standing: { phase: 'open' } } } : no('JottingSettled');
    case 'erase':
      if (standing.phase === 'erased') return already;
      return standing.phase === 'struck'
        ? { ok: true, next: { ...same, text: '', standing: { phase: 'erased', at } } }
        : no('JottingSettled');
  }
}

function settle(meeting: Meeting, jotting: Jotting, act: 'finish' | 'reopen', by: PersonId, at: Instant): JottingDecision {
  const { standing, revision: _before, ...same } = jotting;
  if (!maySettleJottings(meeting, by)) return no('NotPermitted');
  if (standing.phase !== 'open' && standing.phase !== 'done') return no('JottingSettled');
  if ((standing.phase === 'done') === (act === 'finish')) return already;
  return { ok: true, next: { ...same, standing: act === 'finish' ? { phase: 'done', by, at } : { phase: 'open' } } };
}
