// Knows what a final close of the line means for the person: why, and what can be done; not how it is shown.
import { editorWords as words } from '../../words/zh/minutes-editor.ts';

export type Remedy = 'signIn' | 'reload' | 'tryAgain';

export interface Refusal {
  readonly why: string;
  /** The page cannot go on by itself; null: it begins again with the server's text. */
  readonly remedy: Remedy | null;
  /** The text stays in the browser and goes out later; otherwise it is offered for copying. */
  readonly textStays: boolean;
  /** Pause before beginning again, ms. */
  readonly pause: number;
}

const { because } = words;
const again = (why: string, pause = 0): Refusal => ({ why, remedy: null, textStays: false, pause });
const stop = (why: string, remedy: Remedy, textStays = false): Refusal => ({ why, remedy, textStays, pause: 0 });

const refusals: Readonly<Record<number, Refusal>> = {
  4401: stop(because.signIn, 'signIn', true),
  4403: stop(because.mayNotRead, 'reload'),
  4404: stop(because.otherVersion, 'reload'),
  4409: again(because.mayNotWrite),
  4413: again(because.tooLarge),
  4422: again(because.notAccepted),
  4429: again(because.tooMuch, 5_000),
};

/** Beginnings within `within` ms after which the page does not begin again by itself. */
const patience = { beginnings: 3, within: 30_000 } as const;

/** `earlier`: when the page began again before, epoch ms; `now` likewise. */
export function refusalOf(code: number, earlier: readonly number[], now: number): Refusal {
  const refusal = refusals[code] ?? again(because.notAccepted);
  if (refusal.remedy !== null) return refusal;
  const recent = earlier.filter((at) => now - at < patience.within).length;
  return recent < patience.beginnings ? refusal : stop(`${refusal.why}${because.again}`, 'tryAgain');
}
