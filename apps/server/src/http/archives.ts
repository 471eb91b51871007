// Knows how a consultation's whole file leaves and comes in over HTTP, for the office alone; not what is in one.
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { MeetingId } from '@xieshang/meeting';
import type { Context } from 'hono';
import type { HttpDeps } from './deps.ts';
import { atMeeting, idParam, looksAfterAll, meetingParam, office, type AtMeeting } from './guards.ts';
import { fewAtOnce, paced } from './paces.ts';
import { Problem } from './problem.ts';

const zip = 'application/zip';

const sent = (c: Context, file: Uint8Array<ArrayBuffer>, name: string, mime = zip): Response =>
  c.body(file, 200, {
    'content-type': mime,
    'content-disposition': `attachment; filename="archive${mime === zip ? '.zip' : ''}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'no-store',
  });

/** Each in a sentence that says what to do. */
const refusals = {
  notAnArchive: '这不是协商厅导出的卷宗，或文件不完整。请向原单位重新索取“卷宗”文件（.zip），不要解压后再打包。',
  listing: '卷宗里的文件与目录不符，可能被改动过。请向原单位重新索取。',
  notOffices: '卷宗里的存证包不是会务用的全本。请原单位由秘书导出。',
  evidence: '卷宗里的存证没有通过核对，记录可能被改动过，没有导入。请向原单位核实。',
  material: '卷宗里的一份材料与会议记录里的指纹不符，没有导入。请向原单位核实。',
  meetingHere: '这场会议就在本平台上，不需要导入。',
  another: '已导入过这场会议的另一份卷宗，没有覆盖。请核对两份文件。',
} as const;

/** Of a meeting of this house. */
export const archiveOfMeeting = (deps: HttpDeps) =>
  new Hono().get('/:meeting/archive.zip', atMeeting(deps), keepers, paced(deps, 'exports'), fewAtOnce(1), async (c) => {
    const { meeting } = c.get('meeting');
    const made = await deps.archives.make(meeting);
    if (made === null) throw new Problem('NotConcluded');
    return sent(c, made.file, `卷宗-${made.title}.zip`);
  });

/** Before anything is made: who may not have it is told so, not to wait. */
const keepers = createMiddleware<AtMeeting>(async (c, next) => {
  const seat = c.get('seat')?.role;
  if (!looksAfterAll(c.get('who').person) && seat !== 'secretary' && seat !== 'moderator') throw new Problem('NotFound');
  await next();
});

/** Of meetings of other houses. */
export const archiveRoutes = (deps: HttpDeps) => {
  const found = async (meeting: MeetingId) => {
    const there = await deps.archives.open(meeting);
    if (there === null) throw new Problem('NotFound');
    return there;
  };
  const readers = office(deps, 'secretary', 'moderator');
  return new Hono()
    .get('/', readers, async (c) => c.json({ archives: await deps.archives.list() }))
    .post('/', office(deps, 'secretary'), paced(deps, 'uploads'), fewAtOnce(1), async (c) => {
      const file = new Uint8Array(await c.req.arrayBuffer());
      const taken = await deps.archives.takeIn(file, c.get('who').person.account);
      if (!taken.ok) {
        const { fault, detail } = taken;
        throw new Problem('ArchiveRefused', { fault, detail, message: refusals[fault] });
      }
      return c.json({ archive: taken.row }, 201);
    })
    .get('/:meeting', readers, fewAtOnce(), async (c) => {
      const { row, opened } = await found(meetingParam(c));
      const { meeting, manuscript, evidence } = opened;
      const { heads: _long, ...checked } = evidence;
      return c.body(JSON.stringify({ archive: row, meeting, manuscript, evidence: checked }), 200, { 'content-type': 'application/json' });
    })
    .get('/:meeting/file.zip', readers, paced(deps, 'exports'), fewAtOnce(1), async (c) => {
      const { row, file } = await found(meetingParam(c));
      return sent(c, file, `卷宗-${row.title}.zip`);
    })
    .get('/:meeting/materials/:materialId', readers, paced(deps, 'exports'), fewAtOnce(1), async (c) => {
      const { opened } = await found(meetingParam(c));
      const wanted = idParam(c, 'materialId');
      const kept = opened.materials.find(({ material }) => material.materialId === wanted);
      if (!kept) throw new Problem('NotFound');
      return sent(c, new Uint8Array(kept.content), kept.material.name, 'application/octet-stream');
    });
};
