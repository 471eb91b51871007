// Knows how a save state is put into words, form and colour; not how it comes about.
import { minutesWords as words } from '../words/zh/minutes.ts';
import type { SaveState } from './editor/save-state.ts';

export interface SaveLine {
  readonly tone: 'saved' | 'saving' | 'owed' | 'alarm';
  readonly text: string;
}

/** Law 10. What must be known first comes first: a failing disk, a line that is closed for good, then how far the text has come. */
export function saveLine({ line, typed, received, onDisk, diskFails }: SaveState): SaveLine {
  if (diskFails) return { tone: 'alarm', text: words.diskFails };
  if (line === 'refused') return { tone: 'alarm', text: words.stopped };
  if (line === 'connecting') {
    const waiting = typed + received;
    return { tone: 'owed', text: waiting > 0 ? words.keptHere(waiting) : words.connecting };
  }
  if (typed > 0) return { tone: 'saving', text: words.saving };
  if (!onDisk) return { tone: 'saving', text: words.received };
  return { tone: 'saved', text: words.onDisk };
}
