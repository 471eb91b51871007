// Images of minutes: who hands them in and reads them, what one may be, and that an id names the same bytes for ever.
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { convened, hall, type Hall } from '../testing/hall.ts';
import { pictureOf } from './picture.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const bytes = (...values: readonly (number | string | Bytes)[]): Bytes =>
  Uint8Array.from(
    values.flatMap((value) =>
      typeof value === 'number' ? [value] : [...(typeof value === 'string' ? Buffer.from(value, 'latin1') : value)],
    ),
  );
const u32 = (value: number): Bytes => bytes(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);

/** A picture of one colour as far as its first bytes; what follows is of no concern to the server. */
const png = (width: number, height: number, tail = ''): Bytes =>
  bytes(
    '\x89PNG\r\n\x1a\n',
    u32(13),
    'IHDR',
    u32(width),
    u32(height),
    bytes(8, 0, 0, 0, 0),
    u32(0),
    Uint8Array.from(deflateSync('x')),
    tail,
  );
const jpeg = (width: number, height: number): Bytes =>
  bytes(0xff, 0xd8, 0xff, 0xe0, 0, 4, 'ab', 0xff, 0xff, 0xc2, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 0, 0x11, 0);

const path = (id = 'i-1', meeting = 'm-1'): string => `/api/meetings/${meeting}/images/${id}`;
const hand = (at: Hall, cookie: string, raw: Bytes, id = 'i-1') =>
  at.ask('POST', path(id), { cookie, raw, headers: { 'content-type': 'application/octet-stream' } });

describe('a picture', () => {
  test('is known by its first bytes, with its size', () => {
    expect(pictureOf(png(640, 480))).toEqual({ mime: 'image/png', width: 640, height: 480 });
    expect(pictureOf(jpeg(640, 480))).toEqual({ mime: 'image/jpeg', width: 640, height: 480 });
  });

  test.each([
    ['nothing', bytes()],
    ['a page', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['a GIF', bytes('GIF89a', 1, 0, 1, 0)],
    ['a PNG cut off', png(1, 1).slice(0, 20)],
    ['a PNG without a size', png(0, 1)],
    ['a PNG larger than any page', png(12_001, 1)],
    ['a JPEG without a frame', bytes(0xff, 0xd8, 0xff, 0xda, 0, 2, 0, 0, 0, 0)],
    ['a JPEG whose segment has no length', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0, 0, 0, 0, 0)],
  ])('%s is none', (_what, content) => expect(pictureOf(content)).toBeNull());
});

describe('handing in', () => {
  test('a secretary hands one in, and reads the same bytes again', async () => {
    const at = await hall();
    const { secretary } = await convened(at);
    const content = png(20, 10);
    const { json } = await hand(at, secretary, content);
    expect(json['image']).toEqual({
      image: 'i-1',
      mime: 'image/png',
      width: 20,
      height: 10,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const answer = await at.app.request(path(), { headers: { cookie: secretary } });
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(content);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  test('the same again is harmless; another picture under the same id is refused', async () => {
    const at = await hall();
    const { secretary } = await convened(at);
    await hand(at, secretary, png(20, 10));
    expect((await hand(at, secretary, png(20, 10))).status).toBe(201);
    expect((await hand(at, secretary, png(20, 11))).problem).toBe('ImageIdTaken');
  });

  test('what is no picture is refused, and what is larger than 5 MB', async () => {
    const at = await hall();
    const { secretary } = await convened(at);
    expect((await hand(at, secretary, bytes('<script>'))).problem).toBe('NoPicture');
    const large = png(20, 10, 'x'.repeat(5 * 1024 * 1024));
    const headers = { 'content-type': 'image/png', 'content-length': String(large.length) };
    expect((await at.ask('POST', path(), { cookie: secretary, raw: large, headers })).problem).toBe('TooLarge');
  });

  test.each(['zhuchi', 'li', 'bumen', 'pangting'])('%s may not', async (person) => {
    const at = await hall();
    await convened(at);
    const role = { zhuchi: 'moderator', li: 'member', bumen: 'departmentRep', pangting: 'observer' } as const;
    const cookie = await at.as(person, role[person as keyof typeof role]);
    expect((await hand(at, cookie, png(1, 1))).problem).toBe('NotPermitted');
  });

  test('to a meeting that is not there, or under what is no id, is refused', async () => {
    const at = await hall();
    const { secretary } = await convened(at);
    expect((await at.ask('POST', path('i-1', 'none'), { cookie: secretary, raw: png(1, 1) })).problem).toBe('NotFound');
    expect((await hand(at, secretary, png(1, 1), 'a%20b')).problem).toBe('NotFound');
  });
});

describe('reading', () => {
  test.each([
    ['mishu', 'secretary', 200],
    ['zhuchi', 'moderator', 200],
    ['li', 'member', 404],
    ['bumen', 'departmentRep', 404],
    ['pangting', 'observer', 404],
    ['guanli', 'admin', 404],
    ['stranger', 'member', 404],
  ] as const)('M10: before the issue %s is answered as one who may or may not read the minutes', async (person, role, status) => {
    const at = await hall();
    const { secretary } = await convened(at);
    await hand(at, secretary, png(1, 1));
    expect((await at.ask('GET', path(), { cookie: await at.as(person, role) })).status).toBe(status);
  });

  test('one that was not handed in is not there', async () => {
    const at = await hall();
    const { secretary } = await convened(at);
    expect((await at.ask('GET', path(), { cookie: secretary })).problem).toBe('NotFound');
  });
});
