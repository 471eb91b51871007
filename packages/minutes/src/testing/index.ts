// The testing door: a headless editor on a replica of the minutes, what it can do, and a meeting to write about. Never shipped.
export * from './edits.ts';
export * from './editor.ts';
export * as sample from './sample.ts';
