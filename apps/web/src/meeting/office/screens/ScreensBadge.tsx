// Knows what is worth a mark at the screens' tab: one that is cut off, else what stands on the main one; nothing while it follows.
import { mainScreen, showingOn } from '@xieshang/meeting';
import { useMeeting, useNote } from '../../../live/index.ts';
import { screenWords as words } from '../../../words/zh/screens.ts';

export function ScreensBadge() {
  const meeting = useMeeting();
  const { screens = [] } = useNote();
  // A house is cleared after a meeting.
  if (meeting.phase === 'concluded' || meeting.phase === 'cancelled') return null;
  if (screens.some(({ standing }) => standing === 'behind' || standing === 'gone')) return words.badgeBehind;
  const { kind } = showingOn(meeting, mainScreen);
  return kind === 'meeting' ? null : words.kinds[kind];
}
