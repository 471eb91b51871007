// Knows how minutes are read over HTTP, as data and as a Word file; not how they are written.
import { Hono } from 'hono';
import { minutesDocx, minutesFileName } from '@xieshang/record';
import { imagesOf } from '../images-of.ts';
import type { HttpDeps } from './deps.ts';
import { atMeeting } from './guards.ts';
import { fewAtOnce, paced } from './paces.ts';
import { Problem } from './problem.ts';

const wordFile = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const minutesRoutes = (deps: HttpDeps) => {
  const readable = async (meeting: Parameters<HttpDeps['minutes']['readFor']>[0], account: string) => {
    const read = await deps.minutes.readFor(meeting, account);
    if (!read) throw new Problem('NotFound');
    return read;
  };
  return new Hono()
    .get('/:meeting/minutes', atMeeting(deps), async (c) => {
      const { meeting } = c.get('meeting');
      const { manuscript, hash } = await readable(meeting, c.get('who').person.account);
      return c.json({ manuscript, hash, printed: hash === null ? null : await deps.evidence.printed(meeting) });
    })
    .get('/:meeting/minutes.docx', atMeeting(deps), paced(deps, 'exports'), fewAtOnce(), async (c) => {
      const { meeting } = c.get('meeting');
      const { manuscript, issuedAt, corrections } = await readable(meeting, c.get('who').person.account);
      const printed = issuedAt === null ? null : await deps.evidence.printed(meeting);
      const images = await imagesOf(manuscript, deps.store.images, (error) => deps.journal.trouble({ kind: 'imageMissing' }, error));
      const file = await minutesDocx(manuscript, { issuedAt, corrections, printed, images });
      const name = encodeURIComponent(minutesFileName(manuscript));
      return c.body(new Uint8Array(file), 200, {
        'content-type': wordFile,
        'content-disposition': `attachment; filename="minutes.docx"; filename*=UTF-8''${name}`,
        'cache-control': 'no-store',
      });
    });
};
