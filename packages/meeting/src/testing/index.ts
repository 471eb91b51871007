// The testing door: given–when–then, a small meeting to build on, random commands. Never shipped.
export * from './elections.ts';
export * from './builders.ts';
export * from './cells.ts';
export * from './given.ts';
export * from './on-phones.ts';
export * from './play.ts';
export * from './random.ts';
export * from './sealed.ts';
