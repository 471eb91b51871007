import { meetingId, type Material } from '@xieshang/meeting';
import { describe, expect, test } from 'vitest';
import { convened, hall, prepared, type Hall } from '../testing/hall.ts';

const bytes = (latin1: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(latin1, 'latin1'));
const pdf = bytes('%PDF-1.7\n%%EOF');
const zip = (part: string): Uint8Array<ArrayBuffer> => bytes(`PK\x03\x04....${part}document.xml`);
const ole = bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....');
const typical: readonly (readonly [string, Uint8Array<ArrayBuffer>])[] = [
  ['a.pdf', pdf],
  ['a.PNG', bytes('\x89PNG\r\n\x1a\n....')],
  ['a.jpg', bytes('\xff\xd8\xff....')],
  ['a.docx', zip('word/')],
  ['a.xlsx', zip('xl/')],
  ['a.pptx', zip('ppt/')],
  ['a.doc', ole],
  ['a.txt', Uint8Array.from(Buffer.from('通报材料'))],
];

interface Handed {
  readonly cookie: string;
  readonly name: string;
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly id?: string;
  readonly circle?: string;
}

const hand = (at: Hall, { cookie, name, raw, id = 'doc-1', circle = 'public' }: Handed) =>
  at.ask('POST', `/api/meetings/m-1/materials/${id}?name=${encodeURIComponent(name)}&circle=${circle}`, {
    cookie,
    raw,
    headers: { 'content-type': 'application/octet-stream' },
  });

describe('handing in', () => {
  test.each(typical)('%s is taken', async (name, raw) => {
    const at = await hall();
    const { secretary } = await prepared(at);
    const answer = await hand(at, { cookie: secretary, name, raw });
    expect(answer.json['material']).toMatchObject({
      materialId: 'doc-1',
      name,
      bytes: raw.length,
      circle: 'public',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test.each([
    ['a page', 'a.html', bytes('<script>')],
    ['a page that says it is a PDF', 'a.pdf', bytes('<script>')],
    ['a program', 'a.exe', bytes('MZ')],
    ['a drawing with script', 'a.svg', bytes('<svg/>')],
    ['a PDF that says it is a picture', 'a.png', pdf],
    ['a zip of anything', 'a.docx', zip('evil/')],
    ['bytes that are no text', 'a.txt', bytes('\xff\xfe\x00')],
    ['a file without an ending', 'constructor', pdf],
    ['an ending every object has', 'a.constructor', pdf],
    ['nothing', 'a.txt', bytes('')],
  ])('%s is refused', async (_what, name, raw) => {
    const at = await hall();
    const { secretary } = await prepared(at);
    const answer = await hand(at, { cookie: secretary, name, raw });
    expect([answer.status, answer.problem]).toEqual([415, 'UnsupportedType']);
  });

  test('21 MB are too large', async () => {
    const at = await hall();
    const { secretary } = await prepared(at);
    const raw = new Uint8Array(21 * 1024 * 1024);
    raw.set(pdf);
    const answer = await hand(at, { cookie: secretary, name: 'a.pdf', raw });
    expect([answer.status, answer.problem]).toEqual([413, 'TooLarge']);
  });

  test('an id stands for one content; the same again is harmless', async () => {
    const at = await hall();
    const { secretary } = await prepared(at);
    await hand(at, { cookie: secretary, name: 'a.pdf', raw: pdf });
    expect((await hand(at, { cookie: secretary, name: 'a.pdf', raw: pdf })).status).toBe(201);
    expect((await hand(at, { cookie: secretary, name: 'a.txt', raw: bytes('other') })).problem).toBe('MaterialIdTaken');
  });

  test('is for secretaries, of a meeting there is, with a name and a circle', async () => {
    const at = await hall();
    const { secretary } = await prepared(at);
    expect((await hand(at, { cookie: await at.as('li', 'member'), name: 'a.pdf', raw: pdf })).status).toBe(403);
    expect((await hand(at, { cookie: secretary, name: 'a.pdf', raw: pdf, circle: 'all' })).status).toBe(400);
    expect((await hand(at, { cookie: secretary, name: ' ', raw: pdf })).status).toBe(400);
    expect((await hand(at, { cookie: secretary, name: 'a.pdf', raw: pdf, id: 'a%2Fb' })).status).toBe(404);
  });
});

describe('reading', () => {
  const path = '/api/meetings/m-1/materials/doc-1';

  /** A convened meeting whose material is part of it. */
  async function shown(at: Hall, circle: 'public' | 'members', raw = pdf, name = '通报 “一”.pdf') {
    const ready = await convened(at);
    const { json } = await hand(at, { cookie: ready.secretary, name, raw, circle });
    const material = json['material'] as Material;
    const answer = await at.rooms.submit(meetingId('m-1'), { type: 'AddMaterial', material }, { by: 'mishu', command: 'c-2' });
    expect(answer.ok).toBe(true);
    return ready;
  }

  test('a handed-in file is shown to the office only, until it is part of the meeting', async () => {
    const at = await hall();
    const { secretary } = await convened(at);
    await hand(at, { cookie: secretary, name: 'a.pdf', raw: pdf });
    expect((await at.ask('GET', path, { cookie: secretary })).status).toBe(200);
    expect((await at.ask('GET', path, { cookie: await at.as('li', 'member') })).status).toBe(404);
  });

  test.each([
    ['public', 'li', 'member', 200],
    ['public', 'bumen', 'departmentRep', 200],
    ['public', 'pangting', 'observer', 200],
    ['members', 'li', 'member', 200],
    ['members', 'bumen', 'departmentRep', 404],
    ['members', 'pangting', 'observer', 404],
    ['public', 'stranger', 'member', 404],
  ] as const)('law 6: material for %s, asked by %s (%s): %i', async (circle, account, role, status) => {
    const at = await hall();
    await shown(at, circle);
    expect((await at.ask('GET', path, { cookie: await at.as(account, role) })).status).toBe(status);
  });

  test('what is withdrawn is gone for those it was shown to', async () => {
    const at = await hall();
    await shown(at, 'public');
    const cookie = await at.as('li', 'member');
    const { materialId } =
      (await at.rooms.host(meetingId('m-1')).then((host) => {
        const state = host?.history().state;
        return state && state.phase !== 'notConvened' ? state.agenda.materials[0] : undefined;
      })) ?? {};
    if (!materialId) throw new Error('no material');
    await at.rooms.submit(meetingId('m-1'), { type: 'WithdrawMaterial', materialId, reason: '有误' }, { by: 'mishu', command: 'c-3' });
    expect((await at.ask('GET', path, { cookie })).status).toBe(404);
  });

  test('a PDF is shown in place, under its Chinese name, without the power of a page', async () => {
    const at = await hall();
    const { secretary } = await shown(at, 'public');
    const { headers } = await at.ask('GET', path, { cookie: secretary });
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe(
      `inline; filename="material.pdf"; filename*=UTF-8''${encodeURIComponent('通报 “一”.pdf')}`,
    );
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('text stands in a sandbox; a download is an attachment; Word is always one', async () => {
    const at = await hall();
    const { secretary } = await shown(at, 'public', bytes('<script>alert(1)</script>'), 'a.txt');
    const text = await at.ask('GET', path, { cookie: secretary });
    expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text.headers.get('content-security-policy')).toMatch(/; sandbox$/);
    expect((await at.ask('GET', `${path}?download=1`, { cookie: secretary })).headers.get('content-disposition')).toMatch(/^attachment;/);
    await hand(at, { cookie: secretary, name: 'b.docx', raw: zip('word/'), id: 'doc-2' });
    expect((await at.ask('GET', '/api/meetings/m-1/materials/doc-2', { cookie: secretary })).headers.get('content-disposition')).toMatch(
      /^attachment;/,
    );
  });
});

describe('密级', () => {
  const path = '/api/meetings/m-1/materials/doc-1';
  const page = { 'x-watermarked-view': '1' };

  /** A convened meeting with an internal material, and everybody who may ask for it. */
  async function guarded(name = '内部测算.pdf', raw = pdf) {
    const at = await hall();
    const { secretary } = await convened(at);
    const { json } = await at.ask(
      'POST',
      `/api/meetings/m-1/materials/doc-1?name=${encodeURIComponent(name)}&circle=public&secrecy=internal`,
      {
        ...{ cookie: secretary, raw, headers: { 'content-type': 'application/octet-stream' } },
      },
    );
    const material = json['material'] as Material;
    expect(material.secrecy).toBe('internal');
    await at.rooms.submit(meetingId('m-1'), { type: 'AddMaterial', material }, { by: 'mishu', command: 'c-2' });
    return { at, secretary, member: await at.as('li', 'member'), chair: await at.as('zhuchi', 'moderator') };
  }

  test('who follows a link comes to the page that draws the mark; only that page is given the bytes, and told the level', async () => {
    const { at, member } = await guarded();
    const link = await at.ask('GET', path, { cookie: member });
    expect([link.status, link.headers.get('location')]).toEqual([303, '/meeting/m-1/materials/doc-1']);
    const { status, headers } = await at.ask('GET', path, { cookie: member, headers: page });
    expect([status, headers.get('x-secrecy'), headers.get('cache-control')]).toEqual([200, 'internal', 'private, no-store']);
  });

  test('nobody but the office may download it, or have what cannot be shown in place', async () => {
    const { at, secretary, member, chair } = await guarded();
    const download = (cookie: string) => at.ask('GET', `${path}?download=1`, { cookie, headers: page });
    expect((await download(member)).problem).toBe('GuardedMaterial');
    expect([(await download(secretary)).status, (await download(chair)).status]).toEqual([200, 200]);
    const word = await guarded('测算.docx', zip('word/'));
    expect((await word.at.ask('GET', path, { cookie: word.member, headers: page })).problem).toBe('GuardedMaterial');
  });

  test('an open material is given as ever, and says nothing of a level', async () => {
    const at = await hall();
    const { secretary } = await convened(at);
    const { json } = await hand(at, { cookie: secretary, name: 'a.pdf', raw: pdf });
    expect(json['material']).not.toHaveProperty('secrecy');
    await at.rooms.submit(
      meetingId('m-1'),
      { type: 'AddMaterial', material: json['material'] as Material },
      { by: 'mishu', command: 'c-2' },
    );
    const { status, headers } = await at.ask('GET', path, { cookie: await at.as('li', 'member') });
    expect([status, headers.get('x-secrecy')]).toEqual([200, null]);
  });

  test('in a draft too the level is the plan’s', async () => {
    const at = await hall();
    const { secretary, plan } = await prepared(at);
    const { json } = await hand(at, { cookie: secretary, name: 'a.pdf', raw: pdf });
    const materials = [{ ...(json['material'] as Material), secrecy: 'secret' }];
    await at.ask('PUT', '/api/meetings/m-1/draft', { cookie: secretary, body: { plan: { ...plan, materials }, version: 2 } });
    expect((await at.ask('GET', path, { cookie: secretary })).headers.get('x-secrecy')).toBe('secret');
  });

  test('a level nobody knows is refused', async () => {
    const at = await hall();
    const { secretary } = await prepared(at);
    const answer = await at.ask('POST', '/api/meetings/m-1/materials/doc-1?name=a.pdf&circle=public&secrecy=topSecret', {
      ...{ cookie: secretary, raw: pdf, headers: { 'content-type': 'application/pdf' } },
    });
    expect([answer.status, answer.problem]).toEqual([400, 'Malformed']);
  });
});
