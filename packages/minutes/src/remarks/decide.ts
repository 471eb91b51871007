// Knows who may see, write and settle remarks on the minutes, and how many there may be (rules B); not where they are kept.
import { attendeeOf, mayReadMinutes, mayWriteMinutes, type Attendee, type Meeting, type PersonId } from '@xieshang/meeting';
import { readPlace } from './place.ts';
import type { Anchor, Remark, RemarkAct, RemarkEntry, Remarks } from './remark.ts';

/** B9. Characters are UTF-16 units, as everywhere. */
export const remarkLimits = {
  text: 1000,
  quote: 2000,
  before: 24,
  replacement: 2000,
  reason: 200,
  mentions: 10,
  /** Of one meeting. */
  remarks: 1000,
  entries: 10_000,
  /** Of one remark. */
  replies: 200,
} as const;

export type RemarkRefusal =
  /** The minutes take no remarks any more, or this is not theirs to do. */
  | { readonly type: 'RemarksClosed' | 'NotPermitted' | 'UnknownRemark' | 'NotYourRemark' | 'NotMentionable' | 'TooManyRemarks' }
  /** It was settled meanwhile. */
  | { readonly type: 'RemarkSettled'; readonly phase: Remark['standing']['phase'] };

/** `adds` false: it is so already, nothing is written. */
export type RemarkDecision = { readonly ok: true; readonly adds: boolean } | { readonly ok: false; readonly refusal: RemarkRefusal };

const yes: RemarkDecision = { ok: true, adds: true };
const already: RemarkDecision = { ok: true, adds: false };
const no = (type: Exclude<RemarkRefusal['type'], 'RemarkSettled'>): RemarkDecision => ({ ok: false, refusal: { type } });

const isOffice = (meeting: Exclude<Meeting, { phase: 'notConvened' }>, person: PersonId): boolean => {
  const role = attendeeOf(meeting.roll, person)?.role;
  return role === 'secretary' || role === 'moderator';
};

/** B1. Who reads the draft; after the issue only the office. */
export function mayReadRemarks(meeting: Meeting, person: PersonId): boolean {
  if (meeting.phase === 'notConvened') return false;
  return meeting.minutes.phase === 'issued' ? isOffice(meeting, person) : mayReadMinutes(meeting, person);
}

/** B1. Who may add to them at this moment. */
export const mayRemark = (meeting: Meeting, person: PersonId): boolean =>
  meeting.phase !== 'notConvened' && meeting.phase !== 'cancelled' && meeting.minutes.phase !== 'issued' && mayReadRemarks(meeting, person);

/** B6. Those who can be mentioned: who may read the draft now. */
export const mentionable = (meeting: Meeting): readonly Attendee[] =>
  meeting.phase === 'notConvened' ? [] : meeting.roll.attendees.filter(({ person }) => mayReadRemarks(meeting, person));

export interface Asked {
  readonly act: RemarkAct;
  readonly by: PersonId;
  /** How many entries there are. */
  readonly entries: number;
}

/** B1–B9. Whether somebody's act is taken at this moment. */
export function decideRemark(meeting: Meeting, remarks: Remarks, { act, by, entries }: Asked): RemarkDecision {
  if (!mayReadRemarks(meeting, by)) return no('NotPermitted');
  if (!mayRemark(meeting, by)) return no('RemarksClosed');
  if (entries >= remarkLimits.entries) return no('TooManyRemarks');
  if ('mentions' in act && !act.mentions.every((person) => mayReadRemarks(meeting, person))) return no('NotMentionable');
  if (act.type === 'comment' || act.type === 'suggest') return remarks.size < remarkLimits.remarks ? yes : no('TooManyRemarks');
  const remark = remarks.get(act.remark);
  if (!remark) return no('UnknownRemark');
  return decideOn(remark, act, by, mayWriteMinutes(meeting, by));
}

type Later = Exclude<RemarkAct, { type: 'comment' | 'suggest' }>;

function decideOn(remark: Remark, act: Later, by: PersonId, writes: boolean): RemarkDecision {
  const { kind, standing } = remark;
  const settled: RemarkDecision = { ok: false, refusal: { type: 'RemarkSettled', phase: standing.phase } };
  switch (act.type) {
    case 'reply':
      if (standing.phase === 'withdrawn') return settled;
      return remark.replies.length < remarkLimits.replies ? yes : no('TooManyRemarks');
    case 'resolve':
      if (kind !== 'comment') return no('NotPermitted');
      if (standing.phase === 'resolved') return already;
      return standing.phase === 'open' ? yes : settled;
    case 'reopen':
      if (kind !== 'comment') return no('NotPermitted');
      if (standing.phase === 'open') return already;
      return standing.phase === 'resolved' ? yes : settled;
    case 'accept':
    case 'decline':
      if (kind !== 'suggestion' || !writes) return no('NotPermitted');
      return standing.phase === 'open' ? yes : settled;
    case 'withdraw':
      if (remark.by !== by) return no('NotYourRemark');
      if (standing.phase === 'withdrawn') return already;
      return standing.phase === 'open' ? yes : settled;
  }
}

/** B8. Whether an entry under an id that is there says the same. */
export const isSameEntry = ({ by, act }: RemarkEntry, asked: Pick<Asked, 'act' | 'by'>): boolean =>
  by === asked.by && JSON.stringify(act) === JSON.stringify(asked.act);

/** B2. A passage whose places can be looked for in a text of minutes. */
export const isAnchor = ({ from, to, behind, ahead }: Anchor): boolean =>
  [from, to, behind, ahead].every((place) => readPlace(place) !== null);
