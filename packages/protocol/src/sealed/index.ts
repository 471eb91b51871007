// The door of the sealed ballot: for the voter's page, the scrutineers' pages and the count. Loaded where a secret vote is held, nowhere else.
export { heldKeys, type HeldKeys } from './custody.ts';
export type { Hex } from './hex.ts';
export * from './keys.ts';
export * from './lines.ts';
export * from './published.ts';
export * from './receipt.ts';
export * from './seal.ts';
export * from './tag.ts';
