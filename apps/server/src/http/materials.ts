// Knows how materials are handed in and read, over HTTP; not which of them belong to the meeting: its log says that.
import { Hono } from 'hono';
import { materialId, secrecyLevels, type MeetingId, type Secrecy } from '@xieshang/meeting';
import { z } from 'zod';
import { hashOf } from '../tokens.ts';
import type { StoredMaterial } from '../ports.ts';
import { text } from './body.ts';
import type { HttpDeps } from './deps.ts';
import { atMeeting, idParam, looksAfterAll, meetingParam, office } from './guards.ts';
import { fileType, isInline } from './material-type.ts';
import { fewAtOnce, paced } from './paces.ts';
import { Problem } from './problem.ts';

const asked = z.object({ name: text(200), circle: z.enum(['public', 'members']), secrecy: z.enum(secrecyLevels).optional() });

/** A file is not a page of ours: no script, no form, no other address. Older browsers show no PDF in a sandbox; their viewer is one already. */
const policyFor = (mime: string): string =>
  `default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; object-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'${mime === 'application/pdf' ? '' : '; sandbox'}`;

/** Set by the page that shows guarded materials under a mark with the reader's name and the time. */
const viewHeader = 'x-watermarked-view';
/** Tells that page the level. */
const secrecyHeader = 'x-secrecy';

const viewAddress = ({ meeting, materialId: id }: StoredMaterial): string =>
  `/meeting/${encodeURIComponent(meeting)}/materials/${encodeURIComponent(id)}`;

/** RFC 5987, with a plain name for the oldest browsers. */
const disposition = (kind: 'inline' | 'attachment', name: string): string => {
  const encoded = encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const plain = `material${/\.[A-Za-z]+$/.exec(name)?.[0] ?? ''}`;
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
};

export const materialRoutes = (deps: HttpDeps) => {
  const { store, records } = deps;

  /** As the meeting has it, or the draft; null: 公开. */
  async function secrecyOf(meeting: MeetingId, id: string): Promise<Secrecy | null> {
    const state = await records.state(meeting);
    const materials =
      state && state.phase !== 'notConvened' ? state.agenda.materials : ((await store.drafts.find(meeting))?.plan.materials ?? []);
    return materials.find((one) => one.materialId === id)?.secrecy ?? null;
  }

  return new Hono()
    .post('/:meeting/materials/:materialId', office(deps, 'secretary'), paced(deps, 'uploads'), fewAtOnce(), async (c) => {
      const meeting = meetingParam(c);
      if (!(await store.meetings.find(meeting))) throw new Problem('NotFound');
      const query = asked.safeParse(c.req.query());
      if (!query.success) throw new Problem('Malformed', { at: String(query.error.issues[0]?.path[0] ?? '') });
      const content = new Uint8Array(await c.req.arrayBuffer());
      const type = content.length > 0 ? fileType(query.data.name, content) : null;
      if (!type) throw new Problem('UnsupportedType');
      const material = {
        materialId: materialId(idParam(c, 'materialId')),
        name: query.data.name,
        mime: type.mime,
        bytes: content.length,
        sha256: hashOf(content),
        circle: query.data.circle,
      };
      const stored = await store.materials.add({ meeting, ...material }, content);
      if (!stored) throw new Problem('MaterialIdTaken');
      // The level is a fact of the meeting and stands in its log, not beside the bytes.
      const { secrecy } = query.data;
      return c.json({ material: secrecy === undefined ? material : { ...material, secrecy } }, 201);
    })
    .get('/:meeting/materials/:materialId', atMeeting(deps), async (c) => {
      const material = await store.materials.find(c.get('meeting').meeting, idParam(c, 'materialId'));
      const seat = c.get('seat')?.role;
      const staff = looksAfterAll(c.get('who').person) || seat === 'secretary' || seat === 'moderator';
      if (!material || !(staff || reaches(material, seat))) throw new Problem('NotFound');
      const isDownload = c.req.query('download') !== undefined;
      const secrecy = await secrecyOf(material.meeting, material.materialId);
      if (secrecy !== null && !staff) {
        if (isDownload || !isInline(material.mime)) throw new Problem('GuardedMaterial');
        // No link and no frame can set a header: whoever comes without it is shown the page that draws the mark.
        if (c.req.header(viewHeader) === undefined) return c.redirect(viewAddress(material), 303);
      }
      const inline = isInline(material.mime) && !isDownload;
      const charset = material.mime === 'text/plain' ? '; charset=utf-8' : '';
      return c.body(await store.materials.read(material.sha256), 200, {
        'content-type': `${material.mime}${charset}`,
        'content-disposition': disposition(inline ? 'inline' : 'attachment', material.name),
        'content-security-policy': policyFor(material.mime),
        'cache-control': 'private, no-store',
        ...(secrecy === null ? {} : { [secrecyHeader]: secrecy }),
      });
    });
};

const reaches = (material: StoredMaterial, role: string | undefined): boolean =>
  material.shown && (material.circle === 'public' || role === 'member');
