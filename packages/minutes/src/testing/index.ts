// The testing door: a headless editor on a replica of the minutes. Never shipped.
export * from './editor.ts';
