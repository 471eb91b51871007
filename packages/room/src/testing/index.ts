// The testing door: a log in memory, a wire that delivers when told to, and the suite every event log must pass.
export { memoryLog } from './memory-log.ts';
