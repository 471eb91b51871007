// Knows the small shapes every message is made of, with their limits in characters; not the messages.
import { z } from 'zod';
import { wellFormed } from './canonical.ts';

/** A schema whose output is the core's own type. */
export type Shape<Core> = z.ZodType<Core, unknown>;

const idPattern = /^[A-Za-z0-9][A-Za-z0-9._~-]{0,63}$/;

/** A name of a thing: 1–64 characters, and none that every object has already. */
export const isId = (text: string): boolean => idPattern.test(text) && !(text in {});

export const id = <Id extends string>(): z.ZodType<Id, unknown> => z.custom<Id>((text) => typeof text === 'string' && isId(text), 'id');

const plain = (max: number) => z.string().max(max).refine(wellFormed, 'surrogate');

/** One line that is not blank. */
export const line = (max: number) => plain(max).refine((text) => text.trim() !== '' && !/\p{Cc}/u.test(text), 'line');

/** Text that is not blank, line breaks allowed. */
export const paragraph = (max: number) => plain(max).refine((text) => text.trim() !== '', 'blank');

/** Text that may be blank. */
export const remark = (max: number) => plain(max);

/** Names an open item within its meeting: up to three ids with dots between. */
export const itemName = z.string().regex(/^[A-Za-z0-9._~-]{1,200}$/);

/** Epoch ms between 2000 and 2200. */
export const instant = z.int().min(946_684_800_000).max(7_258_118_400_000);

/** A length of time in ms, up to a day. */
export const span = z.int().min(1).max(86_400_000);

/** A length of time in ms, up to sixty days. */
export const longSpan = z.int().min(60_000).max(5_184_000_000);

export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

/** `YYYY-MM-DD`, a day that exists. */
export const isoDate = z.iso.date();
