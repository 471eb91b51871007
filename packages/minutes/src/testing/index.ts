// The testing door: a headless editor on a replica of the minutes, what it can do, and a meeting to write about. Never shipped.
export * from './edits.ts';
export * from './editor.ts';
export * from './log.ts';
export * as forms from './forms.ts';
export * as kinds from './kinds.ts';
export * as sample from './sample.ts';
export { anyHeld, anyHeldEvents } from './held.ts';
export { anySlip, slipsIn, type Slip } from './mutate.ts';
