// Knows how votes are given while a vote is open: pressed, or entered by an officer; not how they are counted.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Stamped } from '../envelope.ts';
import type { PersonId } from '../ids.ts';
import type { InSession } from '../meeting.ts';
import { lookUp } from '../record.ts';
import type { GivingCommand } from './commands.ts';
import { sameCount, votesHeld } from './count.ts';
import type { VotingEvent } from './events.ts';
import type { Motions } from './types.ts';
import { enteredFor, standsOn, voteOf, withEntered, withVote } from './votes.ts';

type Of<Type extends GivingCommand['type']> = Stamped<Extract<GivingCommand, { type: Type }>>;

/** V4–V6, V18, V19, V24, V26. */
export function decideGiving({ motions }: InSession, command: Stamped<GivingCommand>): Decision {
  switch (command.type) {
    case 'CastVote':
      return cast(motions, command);
    case 'EnterVote':
      return enterVote(motions, command);
    case 'EnterCount':
      return enterCount(motions, command);
  }
}

/** V4–V6, V24. Anyone on the frozen roll votes, or changes it, until the close. Silent on an identical repeat. */
function cast(motions: Motions, { motionId, choice, round, by, for: principal }: Of<'CastVote'>): Decision {
  const motion = lookUp(motions, motionId);
  if (motion?.phase !== 'voting' || (round !== undefined && round !== motion.round)) return no({ type: 'VotingIsClosed', motionId });
  if (!('votes' in motion)) return no({ type: 'OtherForm', motionId, form: motion.form });
  const voter = principal ?? by;
  const holder = lookUp(motion.proxies, voter);
  if (voter !== by && holder !== by) return no({ type: 'HoldsNoProxy', person: voter });
  if (!standsOn(motion.voterRoll, voter)) return no({ type: 'NotOnVoterRoll', motionId });
  if (voter === by && holder !== undefined) return no({ type: 'VotesByProxy', person: holder });
  if (voteOf(motion.votes, voter) === choice) return yes();
  return yes({ type: 'VoteCast', payload: { motionId, voter, choice, ...(voter !== by && { holder: by }) } });
}

/** V18, V19. A hand counted by name, or with a reason a key for a failed device: the voter's own press stands before it. */
function enterVote(motions: Motions, { motionId, voter, choice, reason }: Of<'EnterVote'>): Decision {
  const motion = lookUp(motions, motionId);
  if (motion?.phase !== 'voting') return no({ type: 'VotingIsClosed', motionId });
  if (!('entered' in motion)) return no({ type: 'OtherForm', motionId, form: motion.form });
  if (!standsOn(motion.voterRoll, voter)) return no({ type: 'NotOnVoterRoll', motionId });
  if (motion.form === 'named' && (reason ?? '').trim() === '') return no({ type: 'NoteRequired' });
  if ((enteredFor(motion.entered, voter)?.choice ?? 'notPressed') === choice) return yes();
  return yes({ type: 'VoteEntered', payload: { motionId, voter, choice, ...(reason !== undefined && { reason }) } });
}

/** V18. What one officer counted; the latest of each holds. */
function enterCount(motions: Motions, { motionId, approve, oppose, abstain, spoilt = 0, by }: Of<'EnterCount'>): Decision {
  const motion = lookUp(motions, motionId);
  if (motion?.phase !== 'voting') return no({ type: 'VotingIsClosed', motionId });
  if (!('counts' in motion)) return no({ type: 'OtherForm', motionId, form: motion.form });
  const roll = votesHeld(motion.voterRoll, motion.weights);
  if (approve + oppose + abstain + spoilt > roll) return no({ type: 'MoreVotesThanVoters', motionId, roll });
  const count = { approve, oppose, abstain, spoilt };
  const before = lookUp(motion.counts, by);
  return before && sameCount(before, count) ? yes() : yes({ type: 'CountEntered', payload: { motionId, ...count } });
}

type Given = Extract<VotingEvent, { type: 'VoteCast' | 'VoteEntered' | 'CountEntered' }> & { readonly by: PersonId };

export function evolveGiving(motions: Motions, event: Given): Motions {
  const { motionId } = event.payload;
  const motion = lookUp(motions, motionId);
  if (motion?.phase !== 'voting') return motions;
  switch (event.type) {
    case 'VoteCast': {
      const { voter, choice } = event.payload;
      return 'votes' in motion ? { ...motions, [motionId]: { ...motion, votes: withVote(motion.votes, voter, choice) } } : motions;
    }
    case 'VoteEntered': {
      const { voter, choice } = event.payload;
      if (!('entered' in motion)) return motions;
      return { ...motions, [motionId]: { ...motion, entered: withEntered(motion.entered, voter, choice, event.by) } };
    }
    case 'CountEntered': {
      const { motionId: _own, ...count } = event.payload;
      return 'counts' in motion ? { ...motions, [motionId]: { ...motion, counts: { ...motion.counts, [event.by]: count } } } : motions;
    }
  }
}
