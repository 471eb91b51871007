// Knows how a counted vote is opened and what freezes with it; not how votes are given or counted.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Instant, Stamped } from '../envelope.ts';
import type { MotionId } from '../ids.ts';
import type { InSession } from '../meeting.ts';
import { lookUp } from '../record.ts';
import type { Refusal } from '../refusal.ts';
import { attendance } from '../roll.ts';
import type { OpeningCommand } from './commands.ts';
import type { VotingOpened } from './events.ts';
import { putting, resultsOf, type Put } from './putting.ts';
import { issueBallots } from './secret/issuing.ts';
import type { SealedPaper } from './secret/types.ts';
import { named, type Closing, type VoteTerms } from './terms.ts';
import { choices, type Motion, type Motions } from './types.ts';
import { votersNow } from './voters.ts';
import { noneEntered, noVotes } from './votes.ts';

/** V1–V3, V15–V17, V23, V24. Freezes paper, rule, roll, quorum, weights and proxies for every motion put. */
export function decideOpening(meeting: InSession, command: Stamped<OpeningCommand>): Decision {
  const { roll, rules } = meeting;
  const { terms = named, closing = 'chair' } = command;
  const { voterRoll, eligible, weights, proxies } = votersNow(meeting, terms.form);
  if (voterRoll.length === 0) return no({ type: 'NobodyToVote' });
  const unfit = unfitFor(terms, closing, rules.weights === 'weighted');
  if (unfit) return no(unfit);
  const putBy = putting(meeting, command.motionIds, command.type === 'RepeatVoting' ? 'again' : 'first');
  if (!putBy.ok) return putBy;
  if (putBy.put.length === 0) return yes();
  const issued = terms.form === 'secret' ? issueBallots(meeting, command, { terms, paper: paperFor(putBy.put), voterRoll }) : yes();
  if (!issued.ok) return issued;
  const { present, needed } = attendance(roll, rules.quorum);
  return yes(...issued.events, {
    type: 'VotingOpened',
    payload: {
      motions: putBy.put.map((put) => ({ ...put, rule: rules.vote })),
      voterRoll,
      eligible,
      ms: command.ms ?? rules.votingMs * putBy.put.length,
      ...(command.type === 'RepeatVoting' && { reason: command.reason }),
      ...(terms.form !== 'named' && { terms }),
      quorum: { needed, present },
      ...(closing === 'clock' && { closing, graceMs: rules.graceMs ?? 0 }),
      ...(Object.keys(weights).length > 0 && { weights }),
      ...(Object.keys(proxies).length > 0 && { proxies }),
    },
  });
}

/** One ballot over all motions that are put together, with the three keys beside each. */
const paperFor = (put: readonly Put[]): SealedPaper => ({
  items: put.map(({ motionId }) => motionId),
  marks: choices,
  most: put.length,
});

/** V15, V17, V23. What a form cannot be combined with. */
function unfitFor({ form, ...terms }: VoteTerms, closing: Closing, weighted: boolean): Refusal | undefined {
  const keys = form === 'named' || form === 'unnamed' || form === 'secret';
  const byHead = form === 'paper' || form === 'secret' || ('counting' in terms && terms.counting === 'byCount');
  if (closing === 'clock' && !keys) return { type: 'ClockCannotCount', form };
  return weighted && byHead ? { type: 'VotesAreWeighted', form } : undefined;
}

export function evolveOpening(motions: Motions, event: VotingOpened & { readonly at: Instant }): Motions {
  const { at } = event;
  const { voterRoll, eligible, ms, terms = named, quorum = null, closing = 'chair', graceMs = 0 } = event.payload;
  const { weights = {}, proxies = {} } = event.payload;
  const opened = event.payload.motions.map(({ motionId, paper, rule, round }): [MotionId, Motion] => {
    const earlier = resultsOf(lookUp(motions, motionId));
    const frozen = { round, paper, rule, eligible, voterRoll, quorum, closing, graceMs, weights, proxies, earlier } as const;
    return [motionId, { phase: 'voting', ...frozen, openedAt: at, dueAt: at + ms, ...nothingGiven(terms) }];
  });
  return { ...motions, ...Object.fromEntries(opened) };
}

function nothingGiven(terms: VoteTerms) {
  switch (terms.form) {
    case 'named':
      return { form: terms.form, votes: noVotes, entered: noneEntered };
    case 'unnamed':
      return { form: terms.form, votes: noVotes };
    case 'showOfHands':
      return terms.counting === 'byName'
        ? ({ form: terms.form, counting: terms.counting, entered: noneEntered } as const)
        : ({ form: terms.form, counting: terms.counting, counts: {} } as const);
    case 'paper':
      return { form: terms.form, counts: {} };
    case 'secret':
      return terms;
  }
}
