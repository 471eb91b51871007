import { eventLogContract } from './event-log.contract.ts';
import { memoryLog } from './memory-log.ts';

eventLogContract('the log in memory', () => {
  const log = memoryLog();
  return Promise.resolve({ log, reopen: () => Promise.resolve(log), close: () => Promise.resolve() });
});
