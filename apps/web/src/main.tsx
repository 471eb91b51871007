// Mounts the pages: a room by itself, since a phone opens it in a hurry; all others with their router. Knows nothing else.
import './ui/base.css';
import { meetingId } from '@xieshang/meeting';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Broken } from './Broken.tsx';
import { onBusy } from './http/client.ts';
import { askForRoom, RoomEntry } from './meeting/RoomEntry.tsx';
import { roomAt } from './meeting/room-at.ts';
import { ConfirmProvider } from './ui/confirm.tsx';
import { restoreLargeText } from './ui/large-text.ts';
import { NoticeProvider } from './ui/notices.tsx';
import { errorWords } from './words/errors.ts';

restoreLargeText();

const sayWhenBusy = (say: (text: string) => void): void => onBusy(() => say(errorWords.Busy));

// public/too-old.js takes the mount away from browsers that could not run the pages.
const mount = document.getElementById('root');
if (mount) {
  const root = createRoot(mount);
  const show = (page: ReactNode): void => {
    // From here on each page names itself; of two titles browsers would show the first.
    document.querySelector('head > title')?.remove();
    root.render(
      <NoticeProvider onReady={sayWhenBusy}>
        <ConfirmProvider>{page}</ConfirmProvider>
      </NoticeProvider>,
    );
  };
  const room = roomAt(location.pathname);
  if (room) {
    const id = meetingId(room.id);
    // Until it is answered the words of the bare page stay: the first picture is the room.
    void askForRoom(id).then((asked) => show(<RoomEntry meetingId={id} screen={room.screen} asked={asked} />));
  } else {
    import('./pages.tsx').then(
      ({ Pages }) => show(<Pages />),
      () => show(<Broken />),
    );
  }
}
