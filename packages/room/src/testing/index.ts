// The testing door: a log in memory and the suite every event log must pass; people, lines and time worked by hand. Never shipped.
export { memoryLog } from './memory-log.ts';
export { eventLogContract, type Opened } from './event-log.contract.ts';
export { troubledLog } from './troubled-log.ts';
export { openBox, plainBallot, plainMarks, stampsFor } from './ballot-box.ts';
export { takePart, type Participant } from './participant.ts';
export { byHand, quiet, type ByHand } from './surroundings.ts';
export type { Way } from './wire.ts';
