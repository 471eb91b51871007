// The door for whoever tries the server's parts out from behind: tests and fault programmes only, never a running server.
export { openRooms } from '../live/index.ts';
export { meetingReadModel } from '../read-models/meetings.ts';
export { takeDataFolder } from '../store/data-folder.ts';
export { openStore } from '../store/index.ts';
export { checkDatabase } from '../backup/check-database.ts';
export { hashOf } from '../tokens.ts';
