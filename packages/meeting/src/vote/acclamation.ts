// Knows 鼓掌通过: an objection window, and what an objection does; not how a counted vote goes.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Instant, Stamped } from '../envelope.ts';
import type { MotionId, PersonId } from '../ids.ts';
import type { InSession } from '../meeting.ts';
import { lookUp } from '../record.ts';
import { presentMembers } from '../roll.ts';
import type { AcclamationCommand } from './commands.ts';
import type { AcclamationEvent } from './events.ts';
import { putting, resultsOf } from './putting.ts';
import type { Motion, Motions } from './types.ts';

/** V11, V12. One objection is enough to make it a counted vote. */
export function decideAcclamation(meeting: InSession, command: Stamped<AcclamationCommand>): Decision {
  const { motions } = meeting;
  switch (command.type) {
    case 'OpenAcclamation':
      return open(meeting, command);
    case 'RaiseObjection': {
      const { motionId, by } = command;
      const motion = lookUp(motions, motionId);
      if (motion?.phase !== 'objection') return no({ type: 'NoObjectionWindow', motionId });
      if (!motion.voterRoll.includes(by)) return no({ type: 'NotOnVoterRoll', motionId });
      return yes({ type: 'ObjectionRaised', payload: { motionId, objector: by } });
    }
    case 'CloseAcclamation': {
      const ended = command.motionIds.filter((motionId) => {
        const motion = lookUp(motions, motionId);
        return motion?.phase === 'objection' && command.at >= motion.dueAt;
      });
      return ended.length === 0 ? yes() : yes({ type: 'AcclamationClosed', payload: { motionIds: ended } });
    }
  }
}

function open(meeting: InSession, command: Extract<AcclamationCommand, { type: 'OpenAcclamation' }>): Decision {
  const voterRoll = presentMembers(meeting.roll);
  if (voterRoll.length === 0) return no({ type: 'NobodyToVote' });
  const putBy = putting(meeting, command.motionIds, 'acclaimed');
  if (!putBy.ok) return putBy;
  if (putBy.put.length === 0) return yes();
  return yes({ type: 'AcclamationOpened', payload: { motions: putBy.put, voterRoll, ms: command.ms ?? meeting.rules.objectionMs } });
}

type Recorded = AcclamationEvent & {
  readonly by: PersonId;
  readonly at: Instant;
};

export function evolveAcclamation(motions: Motions, event: Recorded): Motions {
  const { at } = event;
  switch (event.type) {
    case 'AcclamationOpened': {
      const { voterRoll, ms } = event.payload;
      const opened = event.payload.motions.map(({ motionId, paper, round }): [MotionId, Motion] => [
        motionId,
        { phase: 'objection', round, paper, voterRoll, openedAt: at, dueAt: at + ms, earlier: resultsOf(lookUp(motions, motionId)) },
      ]);
      return { ...motions, ...Object.fromEntries(opened) };
    }
    case 'ObjectionRaised': {
      const { motionId, objector } = event.payload;
      const motion = lookUp(motions, motionId);
      if (motion?.phase !== 'objection') return motions;
      const { round, paper, earlier } = motion;
      return { ...motions, [motionId]: { phase: 'objected', round, paper, objector, earlier } };
    }
    case 'AcclamationClosed': {
      const closed = event.payload.motionIds.flatMap((motionId): [MotionId, Motion][] => {
        const motion = lookUp(motions, motionId);
        if (motion?.phase !== 'objection') return [];
        const { round, paper, voterRoll, earlier } = motion;
        const result = { form: 'acclamation', paper, roll: voterRoll.length, passed: true, closedAt: at } as const;
        return [[motionId, { phase: 'closed', round, earlier, voterRoll, unreachable: [], result }]];
      });
      return { ...motions, ...Object.fromEntries(closed) };
    }
  }
}
