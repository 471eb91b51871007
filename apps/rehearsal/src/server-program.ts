// Knows which file a server is started from, told by whoever made it (scripts/boot.mjs); not how it is started.

/** From the root. In one file where that is known to be of these sources; otherwise as it stands. */
export const serverProgram: string = process.env['SERVER_PROGRAM'] ?? 'apps/server/src/main.ts';
