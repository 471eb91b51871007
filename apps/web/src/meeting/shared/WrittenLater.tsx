// Knows whether anything was handed in in writing, and fetches what shows it only then.
import { useMeeting } from '../../live/index.ts';
import { later } from '../../ui/later.tsx';

const Written = later(
  () => import('../later/WrittenSpeeches.tsx'),
  (part) => part.WrittenSpeeches,
);

export function WrittenSpeeches() {
  const { speeches } = useMeeting().queue;
  return speeches.some(({ kind }) => kind === 'writtenSpeech') ? <Written /> : null;
}
