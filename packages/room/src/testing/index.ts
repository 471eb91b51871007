// The testing door: a log in memory, and the suite every event log must pass. Never shipped.
export { memoryLog } from './memory-log.ts';
export { eventLogContract, type Opened } from './event-log.contract.ts';
export { troubledLog } from './troubled-log.ts';
export { byHand, type ByHand } from './surroundings.ts';
