// What becomes of wishes that a clause read otherwise (X), in the simple idea the core is compared with.
import type { AmendmentsCommand } from '@xieshang/meeting';
import { isUnderVote, type Hall, type Rules, type Verdict } from './hall.ts';

/** One wish. `passed` and `lost`: by a vote of its own. */
export interface Amendment {
  readonly clause: string;
  readonly by: string;
  version: number;
  text: string;
  state: 'open' | 'withdrawn' | 'merged' | 'declined' | 'passed' | 'lost';
  why: string;
}

const underVote = ({ votes }: Hall, id: string): boolean => isUnderVote(votes.get(id));
const of = ({ amendments }: Hall, clause: string): readonly string[] =>
  [...amendments].filter(([, one]) => one.clause === clause).map(([id]) => id);

/** D2, V21. */
const frozen = ({ votes }: Hall, clause: string): boolean => votes.has(clause) && votes.get(clause)?.phase !== 'voided';

/** D2, X6. */
export const moving = (hall: Hall, clause: string): Verdict | null => {
  if (frozen(hall, clause)) return 'TextIsFrozen';
  return of(hall, clause).some((id) => underVote(hall, id)) ? 'AmendmentUnderVote' : null;
};

/** X5–X7. Why a clause or an amendment is not put together with these. */
export function keptBack(hall: Hall, id: string, together: ReadonlySet<string>): Verdict | null {
  const wish = hall.amendments.get(id);
  if (!wish)
    return of(hall, id).some((one) => hall.amendments.get(one)?.state === 'open' || underVote(hall, one)) ? 'AmendmentsOpen' : null;
  if (!['open', 'passed', 'lost'].includes(wish.state)) return 'AmendmentIsSettled';
  const stands = moving(hall, wish.clause);
  if (stands) return stands;
  if (hall.texts.get(wish.clause)?.version !== wish.version) return 'AmendmentIsStale';
  return of(hall, wish.clause).some((one) => one !== id && together.has(one)) ? 'OneAmendmentAtATime' : null;
}

/** X6. */
export function outcome(hall: Hall, id: string, passed: boolean): void {
  const wish = hall.amendments.get(id);
  if (!wish) return;
  wish.state = passed ? 'passed' : 'lost';
  if (passed) write(hall, wish.clause, wish.text);
}

const write = ({ texts }: Hall, clause: string, text: string): void => {
  texts.set(clause, { text, version: (texts.get(clause)?.version ?? 0) + 1 });
};

const undecided = (hall: Hall, id: string): Verdict | null => {
  if (underVote(hall, id)) return 'AmendmentUnderVote';
  return hall.amendments.get(id)?.state === 'open' ? null : 'AmendmentIsSettled';
};

export const amendmentRules: Rules<AmendmentsCommand['type']> = {
  ProposeAmendment: (hall, { amendmentId: id, motionId: clause, version, text: typed }, by) => {
    const text = typed.trim();
    const now = hall.texts.get(clause);
    if (!now) return 'UnknownMotion';
    const same = hall.amendments.get(id);
    if (same?.by === by && same.clause === clause && same.text === text) return 'silent';
    if (same || hall.texts.has(id) || hall.votes.has(id)) return 'MotionIdTaken';
    if (frozen(hall, clause)) return 'TextIsFrozen';
    if (version !== now.version) return 'TextHasMovedOn';
    if (text === now.text) return 'AmendmentChangesNothing';
    const own = [...hall.amendments.values()].filter((one) => one.clause === clause && one.by === by);
    const open = own.filter(({ state }) => state === 'open');
    if (open.some((one) => one.text === text && one.version === version)) return 'silent';
    if (open.length >= 3 || own.length >= 20) return 'TooManyAmendments';
    hall.amendments.set(id, { clause, by, version, text, state: 'open', why: '' });
    return 'done';
  },
  WithdrawAmendment: (hall, { amendmentId: id }, by) => {
    const wish = hall.amendments.get(id);
    if (!wish) return 'UnknownAmendment';
    if (wish.by !== by) return 'NotYourAmendment';
    if (wish.state === 'withdrawn') return 'silent';
    const no = undecided(hall, id);
    if (no) return no;
    wish.state = 'withdrawn';
    return 'done';
  },
  DeclineAmendment: (hall, { amendmentId: id, reason }) => {
    const wish = hall.amendments.get(id);
    if (!wish) return 'UnknownAmendment';
    if (wish.state === 'declined' && wish.why === reason) return 'silent';
    const no = undecided(hall, id);
    if (no) return no;
    Object.assign(wish, { state: 'declined', why: reason });
    return 'done';
  },
  RebaseAmendment: (hall, { amendmentId: id, version, text: typed }, by) => {
    const [wish, text] = [hall.amendments.get(id), typed.trim()];
    if (!wish) return 'UnknownAmendment';
    if (wish.by !== by && hall.people.get(by) === 'member') return 'NotYourAmendment';
    const no = undecided(hall, id);
    if (no) return no;
    const now = hall.texts.get(wish.clause);
    if (!now) return 'UnknownMotion';
    if (wish.version === now.version) return wish.text === text ? 'silent' : 'AmendmentNotStale';
    const stands = moving(hall, wish.clause);
    if (stands) return stands;
    if (version !== now.version) return 'TextHasMovedOn';
    if (text === now.text) return 'AmendmentChangesNothing';
    Object.assign(wish, { version, text });
    return 'done';
  },
  MergeAmendments: (hall, { motionId: clause, amendmentIds, version, text: typed, reason }) => {
    const [now, text] = [hall.texts.get(clause), typed.trim()];
    if (!now) return 'UnknownMotion';
    if (amendmentIds.some((id) => hall.amendments.get(id)?.clause !== clause)) return 'UnknownAmendment';
    if (text === now.text && amendmentIds.every((id) => hall.amendments.get(id)?.state === 'merged')) return 'silent';
    for (const id of amendmentIds) {
      const no = undecided(hall, id);
      if (no) return no;
    }
    const stands = moving(hall, clause);
    if (stands) return stands;
    if (version !== now.version) return 'TextHasMovedOn';
    if (text !== now.text) write(hall, clause, text);
    for (const id of amendmentIds) Object.assign(hall.amendments.get(id) ?? {}, { state: 'merged', why: reason });
    return 'done';
  },
};
