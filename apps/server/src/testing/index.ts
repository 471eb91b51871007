// The door for whoever tries the server's parts out from behind: tests and fault programmes only, never a running server.
export { openStore } from '../store/index.ts';
export { checkDatabase } from '../backup/check-database.ts';
