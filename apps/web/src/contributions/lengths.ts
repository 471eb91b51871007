// Knows how a length of time is shown in the table: whole seconds, begun ones not counted, as the minutes tell them.
import { clockText } from '../ui/clock-text.ts';

/** `06:40`; longer than an hour `1:02:41`. */
export const lengthText = (ms: number): string => clockText(Math.floor(Math.max(ms, 0) / 1000) * 1000);
