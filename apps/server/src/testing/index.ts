// The door for whoever tries the server's parts out from behind: tests and fault programmes only, never a running server.
export { openRooms } from '../live/index.ts';
export { meetingReadModel } from '../read-models/meetings.ts';
export { takeDataFolder } from '../store/data-folder.ts';
export { readConfig } from '../config.ts';
export { seedDemo } from '../demo/index.ts';
export { startServer, type Running } from '../server.ts';
export { openStore } from '../store/index.ts';
export { checkDatabase } from '../backup/check-database.ts';
export { hashOf } from '../tokens.ts';
export { openCollab, type Collab, type Watched } from '../collab/index.ts';
export type { Closing } from '../collab/closing.ts';
export type { Line } from '../collab/line.ts';
export type { Arrival } from '../collab/web-socket-door.ts';
export { awarenessFrame, stepOneFrame, stepTwoFrame, updateFrame } from '../collab/wire.ts';
export { beginGenerations } from '../backup/generations.ts';
export type { MinutesStore } from '../ports.ts';
export { declaredProblems } from '../http/problem.ts';
import { migrations } from '../store/migrations/index.ts';

/** The shape that today's program gives a database. */
export const newestShape = Object.keys(migrations).toSorted().at(-1);
