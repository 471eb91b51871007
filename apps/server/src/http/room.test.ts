// What a room's page is told before it is drawn, and to whom.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { joinView, meetingId, personId, view, type Meeting } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { convened, hall } from '../testing/hall.ts';

interface Look {
  readonly you: string;
  readonly seq: number;
  readonly head: string;
  readonly snapshot: { readonly shared: string; readonly own: string };
}

const lookOf = (json: Record<string, unknown>): Look => json['look'] as Look;
const seen = ({ snapshot, you }: Look): Meeting => joinView(JSON.parse(snapshot.shared), JSON.parse(snapshot.own), personId(you));

test('one answer says who looks, where they are and what there is to see: no more than their view', async () => {
  const at = await hall();
  const { secretary } = await convened(at);
  const member = await at.ask('GET', '/api/meetings/m-1/room', { cookie: await at.as('li', 'member') });
  const history = (await at.rooms.host(meetingId('m-1')))?.history();
  if (!history) throw new Error('no meeting');
  expect(member.json).toMatchObject({ person: { account: 'li' }, committee: { zone: 'Asia/Shanghai', mode: 'live' }, at: at.now() });
  expect(lookOf(member.json)).toMatchObject({ you: 'li', seq: history.seq, head: history.head });
  expect(seen(lookOf(member.json))).toEqual(view(history.state, { person: personId('li'), role: 'member' }));
  const office = await at.ask('GET', '/api/meetings/m-1/room', { cookie: secretary });
  expect(seen(lookOf(office.json))).toEqual(view(history.state, { person: personId('mishu'), role: 'secretary' }));
});

test('nobody is shown a meeting by it who may not come in', async () => {
  const at = await hall();
  await convened(at);
  await convened(at, 'm-2');
  const look = async (path: string, cookie?: string) => {
    const answer = await at.ask('GET', path, cookie === undefined ? {} : { cookie });
    return answer.status === 200 ? answer.json['look'] : answer.problem;
  };
  expect(await look('/api/meetings/m-1/room', await at.as('somebody', 'member'))).toBeNull();
  expect(await look('/api/meetings/none/room', await at.as('li', 'member'))).toBeNull();
  expect(await look('/api/meetings/m-1/room')).toBe('SignInRequired');
  await at.person('wang', 'member');
  const guest = await at.signIn.admit({ account: 'wang', scope: meetingId('m-1'), device: 'test' });
  const cookie = at.signIn.cookies.write('session', guest?.id ?? '', 1000).split(';', 1)[0] ?? '';
  expect(await look('/api/meetings/m-2/room', cookie)).toBeNull();
  expect(await look('/api/meetings/m-1/room', cookie)).not.toBeNull();
});

test('a look leaves nobody behind in the room', async () => {
  const at = await hall();
  await convened(at);
  const cookie = await at.as('li', 'member');
  const before = lookOf((await at.ask('GET', '/api/meetings/m-1/room', { cookie })).json).seq;
  await at.rooms.submit(meetingId('m-1'), { type: 'CheckIn' }, { by: 'li', command: 'c-9' });
  expect(lookOf((await at.ask('GET', '/api/meetings/m-1/room', { cookie })).json).seq).toBe(before + 1);
  expect(at.troubles).toEqual([]);
});

test('it is packed for those who unpack', async () => {
  const at = await hall();
  await convened(at);
  const cookie = await at.as('li', 'member');
  const ask = (encoding: string) => at.app.request('/api/meetings/m-1/room', { headers: { cookie, 'accept-encoding': encoding } });
  const [br, gzip, plain] = [await ask('br'), await ask('gzip'), await ask('identity')];
  expect([br, gzip, plain].map(({ headers }) => headers.get('content-encoding'))).toEqual(['br', 'gzip', null]);
  const text = await plain.text();
  expect(brotliDecompressSync(await br.arrayBuffer()).toString()).toBe(text);
  expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(text);
  expect(plain.headers.get('cache-control')).toBe('no-store');
});

test("a page's answer names what the page will ask for: by role, and nothing of a room to whoever has to sign in first", async () => {
  const at = await hall();
  await convened(at);
  const web = join(at.folder.path, 'web');
  await mkdir(web, { recursive: true });
  await writeFile(join(web, 'index.html'), '<title>协商厅</title>');
  const room = { member: [], departmentRep: [], moderator: ['/assets/office.js', '/assets/office.css'], secretary: [], observer: [] };
  await writeFile(join(web, 'early.json'), JSON.stringify({ room, hall: ['/assets/hall.js'], other: ['/assets/pages.js'] }));
  const link = async (path: string, cookie?: string) =>
    (await at.app.request(path, { headers: cookie === undefined ? {} : { cookie } })).headers.get('link');
  const answer = '</api/meetings/m-1/room>; rel=preload; as=fetch; crossorigin';
  const [member, moderator] = [await at.as('li', 'member'), await at.as('zhuchi', 'moderator')];
  expect(await link('/meeting/m-1', member)).toBe(answer);
  expect(await link('/meeting/m-1', moderator)).toBe(
    `${answer}, </assets/office.js>; rel=modulepreload, </assets/office.css>; rel=preload; as=style`,
  );
  expect(await link('/meeting/m-1/screen', member)).toBe(`${answer}, </assets/hall.js>; rel=modulepreload`);
  for (const path of ['/', '/meeting/m-1/minutes', '/sign-in'])
    expect(await link(path, member)).toBe('</assets/pages.js>; rel=modulepreload');
  expect(await link('/meeting/m-1')).toBe('</assets/pages.js>; rel=modulepreload');
});
