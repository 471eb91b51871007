// Knows how minutes are read over HTTP, as data and as a Word file; not how they are written.
import { Hono } from 'hono';
import { minutesDocx, minutesFileName } from '@xieshang/record';
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
      const { manuscript, hash } = await readable(c.get('meeting').meeting, c.get('who').person.account);
      return c.json({ manuscript, hash });
    })
    .get('/:meeting/minutes.docx', atMeeting(deps), paced(deps, 'exports'), fewAtOnce(), async (c) => {
      const { manuscript, issuedAt, corrections } = await readable(c.get('meeting').meeting, c.get('who').person.account);
      const file = await minutesDocx(manuscript, { issuedAt, corrections });
      const name = encodeURIComponent(minutesFileName(manuscript));
      return c.body(new Uint8Array(file), 200, {
        'content-type': wordFile,
        'content-disposition': `attachment; filename="minutes.docx"; filename*=UTF-8''${name}`,
        'cache-control': 'no-store',
      });
    });
};
