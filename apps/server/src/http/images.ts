// Knows how images for the minutes are handed in and read, over HTTP; not where in the text they stand.
import { Hono } from 'hono';
import { hashOf } from '../tokens.ts';
import type { HttpDeps } from './deps.ts';
import { atMeeting, idParam, meetingParam, office } from './guards.ts';
import { pictureOf } from './picture.ts';
import { fewAtOnce, paced } from './paces.ts';
import { Problem } from './problem.ts';

/** Of one meeting. */
export const mostImages = 200;

/** A picture is not a page of ours: it can load and run nothing. */
const policy = "default-src 'none'; sandbox";

export const imageRoutes = (deps: HttpDeps) => {
  const { store, minutes, clock } = deps;
  return new Hono()
    .post('/:meeting/images/:image', office(deps, 'secretary'), paced(deps, 'uploads'), fewAtOnce(), async (c) => {
      const meeting = meetingParam(c);
      const row = await store.meetings.find(meeting);
      if (!row) throw new Problem('NotFound');
      const content = new Uint8Array(await c.req.arrayBuffer());
      const picture = pictureOf(content);
      if (!picture) throw new Problem('NoPicture');
      const handed = { image: idParam(c, 'image'), ...picture, sha256: hashOf(content) };
      const added = await store.images.add({ meeting, ...handed, by: c.get('who').person.account, at: clock() }, content, mostImages);
      if (added === 'idTaken') throw new Problem('ImageIdTaken');
      if (added === 'tooMany') throw new Problem('TooManyImages');
      return c.json({ image: handed }, 201);
    })
    .get('/:meeting/images/:image', atMeeting(deps), async (c) => {
      const { meeting } = c.get('meeting');
      if (!(await minutes.mayRead(meeting, c.get('who').person.account))) throw new Problem('NotFound');
      const handed = (await store.images.of(meeting)).get(idParam(c, 'image'));
      if (!handed) throw new Problem('NotFound');
      return c.body(await store.images.read(handed.sha256), 200, {
        'content-type': handed.mime,
        'content-disposition': 'inline',
        'content-security-policy': policy,
        'cache-control': 'private, no-store',
      });
    });
};
