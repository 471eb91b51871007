// Knows what a meeting leaves open and which open things are closed in it; not what other meetings left open.
import type { Decision } from './decision.ts';
import { no, yes } from './decision.ts';
import type { Instant, Stamped } from './envelope.ts';
import type { MeetingId, MotionId, PersonId } from './ids.ts';
import type { Assembled } from './meeting.ts';
import { latestAnswers } from './queue/index.ts';
import type { Motion } from './vote/index.ts';
import { isRehearsal } from './rehearsal.ts';

/** 遗留事项. `item` names it within its meeting, for good: `vote.m9`, `reply.q3.bumen1`, `question.q3.bumen1`. */
export interface OpenItem {
  readonly item: string;
  /** Not passed, so to be studied further; to be answered in writing; not answered at all. */
  readonly kind: 'rejected' | 'writtenReply' | 'unanswered';
  /** The recommendation as it was voted on, or what was asked about; may be empty. */
  readonly text: string;
  /** Why a recommendation did not pass: too few votes, or too few there (V16). Of the others nothing is said. */
  readonly missed?: 'votes' | 'quorum';
  /** Of a recommendation: its place in the list. */
  readonly number: number | null;
  /** Who asked. */
  readonly asker: PersonId | null;
  readonly department: PersonId | null;
  /** `YYYY-MM-DD` */
  readonly dueDate: string | null;
}

/** One that was closed in this meeting, whichever meeting left it open. */
export interface ClosedItem {
  readonly from: MeetingId;
  readonly item: string;
  /** The item in words, so that the record reads by itself. */
  readonly title: string;
  /** By what it is closed: a letter, a document, a decision. */
  readonly reference: string;
  readonly by: PersonId;
  readonly at: Instant;
}

export type OpenItemsCommand = { readonly type: 'CloseOpenItem' } & Omit<ClosedItem, 'by' | 'at'>;
export type OpenItemsEvent = { readonly type: 'OpenItemClosed'; readonly payload: Omit<ClosedItem, 'by' | 'at'> };

/** M18. What the record itself shows as open: recommendations not passed, replies owed in writing, questions without an answer. */
export const openItemsOf = (meeting: Assembled): readonly OpenItem[] => [...rejected(meeting), ...owed(meeting)];

function rejected({ motions }: Assembled): readonly OpenItem[] {
  const lost = (Object.entries(motions) as [MotionId, Motion][]).flatMap(([motionId, motion]): OpenItem[] => {
    if (motion.phase !== 'closed' && motion.phase !== 'announced') return [];
    const { passed, paper } = motion.result;
    // A rejected amendment leaves nothing open: its clause has been decided on.
    if (passed || paper.amends !== undefined) return [];
    const { text, number } = paper;
    const missed = 'quorum' in motion.result && motion.result.quorum?.met === false ? 'quorum' : 'votes';
    return [{ item: `vote.${motionId}`, kind: 'rejected', missed, text, number, asker: null, department: null, dueDate: null }];
  });
  return lost.toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0));
}

function owed({ queue }: Assembled): readonly OpenItem[] {
  return queue.speeches.flatMap(({ requestId, addressedTo, person, topic }) => {
    const answers = latestAnswers(queue, requestId);
    return addressedTo.flatMap((department): OpenItem[] => {
      const answer = answers.find((one) => one.department === department);
      const about = { text: topic, number: null, asker: person, department };
      if (!answer) return [{ item: `question.${requestId}.${department}`, kind: 'unanswered', ...about, dueDate: null }];
      if (answer.kind !== 'writtenReplyLater') return [];
      return [{ item: `reply.${requestId}.${department}`, kind: 'writtenReply', ...about, dueDate: answer.dueDate }];
    });
  });
}

/** M19. Closed once in a meeting, with a reference; never deleted. L8: a rehearsal closes nothing of a meeting. */
export function decideOpenItems({ closedItems, notice }: Assembled, command: Stamped<OpenItemsCommand>): Decision {
  const { from, item, title, reference } = command;
  if (isRehearsal(notice) && from !== notice.meeting) return no({ type: 'MeetingIsRehearsal' });
  const before = closedItems.find((one) => one.from === from && one.item === item);
  if (before) return before.reference === reference ? yes() : no({ type: 'ItemIsClosed' });
  return yes({ type: 'OpenItemClosed', payload: { from, item, title, reference } });
}

type Recorded = OpenItemsEvent & { readonly by: PersonId; readonly at: Instant };

export const evolveOpenItems = (closed: readonly ClosedItem[], { payload, by, at }: Recorded): readonly ClosedItem[] => [
  ...closed,
  { ...payload, by, at },
];
