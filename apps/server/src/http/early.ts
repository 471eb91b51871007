// Knows what a page will ask for as soon as it runs, so that browsers can fetch it with the page; not how pages are drawn.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isId } from '@xieshang/protocol/up';
import { meetingId, type MeetingId, type Role } from '@xieshang/meeting';
import type { HttpDeps } from './deps.ts';

/** Written by the build: which files each kind of page loads beyond those its HTML names. */
interface Early {
  readonly room: Readonly<Record<Role, readonly string[]>>;
  readonly hall: readonly string[];
  readonly other: readonly string[];
}

const roomPath = /^\/meeting\/([^/]+)(\/screen)?\/?$/;

const fileLink = (file: string): string => `<${file}>; ${file.endsWith('.css') ? 'rel=preload; as=style' : 'rel=modulepreload'}`;
const answerLink = (meeting: MeetingId): string => `</api/meetings/${meeting}/room>; rel=preload; as=fetch; crossorigin`;

/** The `Link` header of a page's answer, or null where nothing can be told beforehand. */
export function earlyLinks({ webRoot, signIn, store }: Pick<HttpDeps, 'webRoot' | 'signIn' | 'store'>) {
  let read: Promise<Early | null> | undefined;
  const early = (): Promise<Early | null> =>
    (read ??= readFile(join(webRoot, 'early.json'), 'utf8').then(
      (text): Early => JSON.parse(text),
      () => null,
    ));

  const ofRoom = async (files: Early, cookie: string | undefined, meeting: MeetingId, screen: boolean): Promise<readonly string[]> => {
    const who = await signIn.authenticate(cookie);
    // Whoever has to sign in first is sent to another page.
    if (!who) return files.other.map(fileLink);
    const role = screen ? null : (await store.meetings.seatOf(meeting, who.person.account))?.role;
    const own = screen ? files.hall : role ? files.room[role] : [];
    return [answerLink(meeting), ...own.map(fileLink)];
  };

  return async (path: string, cookie: string | undefined): Promise<string | null> => {
    const files = await early();
    if (!files) return null;
    const [, id, screen] = roomPath.exec(path) ?? [];
    const links =
      id !== undefined && isId(id) ? await ofRoom(files, cookie, meetingId(id), screen !== undefined) : files.other.map(fileLink);
    return links.length > 0 ? links.join(', ') : null;
  };
}
