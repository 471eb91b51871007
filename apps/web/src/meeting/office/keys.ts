// Knows which key presses what in the room; when a key is heard is not its affair.
import { keyWords } from '../../words/zh/office-keys.ts';

export interface Key {
  /** As in `KeyboardEvent.key`, in small letters. */
  readonly key: string;
  readonly shown: string;
}

const letter = (key: string): Key => ({ key, shown: key.toUpperCase() });

/** One key, one act; the overview is drawn from this list. */
export const keys = {
  pause: { key: ' ', shown: keyWords.shown.pause },
  extend: letter('+'),
  shorten: letter('-'),
  end: letter('e'),
  address: letter('d'),
  next: letter('n'),
  enter: letter('i'),
  list: letter('l'),
  open: letter('o'),
  stage: letter('t'),
  vote: letter('v'),
  announce: letter('g'),
  jot: letter('j'),
  overview: letter('?'),
} as const satisfies Readonly<Record<string, Key>>;

export const keyGroups = {
  floor: ['pause', 'extend', 'shorten', 'end', 'address'],
  list: ['next', 'enter', 'list'],
  course: ['open', 'stage', 'vote', 'announce'],
  room: ['jot', 'overview'],
} as const satisfies Readonly<Record<keyof typeof keyWords.groups, readonly (keyof typeof keys)[]>>;
