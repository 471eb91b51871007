// The only door of the meeting core. Knows what may happen in a meeting; nothing of networks, disks, screens or time.
export * from './ids.ts';
export * from './envelope.ts';
export * from './decision.ts';
export * from './refusal.ts';
export * from './rules.ts';
export * from './roll.ts';
export * from './agenda.ts';
export * from './queue/index.ts';
export * from './recommendations.ts';
export * from './vote/index.ts';
export * from './convening.ts';
export * from './meeting.ts';
export * from './command.ts';
export * from './event.ts';
export * from './permissions.ts';
export * from './view.ts';
export * from './timers.ts';
export { decide, evolve } from './decider.ts';
