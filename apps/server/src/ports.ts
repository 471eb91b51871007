// The door to what the server's parts ask of the store and of one another; a kind of thing a file, none says how it is done.
export * from './ports/process.ts';
export * from './ports/people.ts';
export * from './ports/meetings.ts';
export * from './ports/minutes.ts';
export * from './ports/found.ts';
export * from './ports/evidence.ts';
export * from './ports/ballots.ts';
