// Knows what a cue does on a page: it is sounded, felt and said; the colour and the word beside the clock are the clock's.
import { useState } from 'react';
import { useMeeting } from '../../live/index.ts';
import { beep } from '../../ui/beep.ts';
import { roomWords as words } from '../../words/zh/room.ts';
import { useCues } from './use-cues.ts';
import { shake } from './shake.ts';

/** `aloud`: sounds and shakes where the meeting wants it; `quiet`: is only said. */
export function Cues({ how }: { readonly how: 'aloud' | 'quiet' }) {
  const { queue, rules } = useMeeting();
  const [said, setSaid] = useState('');
  useCues(queue.floor, rules.warningsMs, ({ leftMs, strokes }) => {
    setSaid(words.cue(leftMs));
    if (how === 'quiet') return;
    if (rules.cues?.sound !== 'off') beep(strokes);
    shake(rules.cues?.vibration, ...Array.from({ length: strokes * 2 - 1 }, () => 150));
  });
  return (
    <div className="visually-hidden" role="status" aria-label={words.cues}>
      {queue.floor.phase === 'empty' ? '' : said}
    </div>
  );
}
