// Who may have the table of contributions as a file, and that the file is of what was asked for; what stands in it is the record's.
import { requestId, stageId } from '@xieshang/meeting';
import { describe, expect, test } from 'vitest';
import { asking, convened, hall } from '../testing/hall.ts';

const address = '/api/meetings/m-1/contributions';
const people = [
  ['mishu', 'secretary', 200],
  ['zhuchi', 'moderator', 200],
  ['li', 'member', 200],
  ['bumen', 'departmentRep', 200],
  ['pangting', 'observer', 403],
  ['guanli', 'admin', 404],
  ['stranger', 'member', 404],
  ['mishu9', 'secretary', 404],
] as const;

/** Li has spoken, Wang has interposed. */
async function spoken() {
  const at = await hall();
  const { secretary } = await convened(at);
  const ask = asking(at);
  await ask('li', { type: 'CheckIn' });
  await ask('wang', { type: 'CheckIn' });
  await ask('zhuchi', { type: 'OpenMeeting' });
  await ask('zhuchi', { type: 'MoveToStage', stageId: stageId('open_floor') });
  await ask('li', { type: 'RequestFloor', requestId: requestId('q1'), kind: 'openFloorSpeech', topic: '招商' });
  await ask('wang', { type: 'RequestFloor', requestId: requestId('q2'), kind: 'interjection', topic: '补充' });
  await ask('zhuchi', { type: 'GiveFloor', requestId: requestId('q1') });
  await ask('zhuchi', { type: 'Interpose', requestId: requestId('q2') });
  await ask('zhuchi', { type: 'EndSpeech' });
  await ask('zhuchi', { type: 'EndSpeech' });
  const bytes = async (path: string): Promise<Uint8Array> =>
    new Uint8Array(await (await at.app.request(path, { headers: { cookie: secretary } })).arrayBuffer());
  return { at, secretary, bytes };
}

describe('the table of contributions as a file', () => {
  test.each(['xlsx', 'csv'])('W1 .%s is for those who take part, not for observers; to others the meeting is not there', async (ending) => {
    const { at } = await spoken();
    const answers = [];
    for (const [who, role] of people) {
      answers.push([who, role, (await at.ask('GET', `${address}.${ending}`, { cookie: await at.as(who, role) })).status]);
    }
    expect(answers).toEqual(people);
  });

  test('the CSV is of what was asked for, named for the meeting', async () => {
    const { at, secretary, bytes } = await spoken();
    const lines = new TextDecoder()
      .decode(await bytes(`${address}.csv?kind=interjection`))
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^"1","自由发言",.*"插话","补充"/);
    const { headers } = await at.ask('GET', `${address}.csv`, { cookie: secretary });
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toMatch(/发言一览\.csv$/);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('the workbook is an Excel file', async () => {
    const { at, secretary, bytes } = await spoken();
    expect(String.fromCharCode(...(await bytes(`${address}.xlsx`)).slice(0, 2))).toBe('PK');
    const { headers } = await at.ask('GET', `${address}.xlsx`, { cookie: secretary });
    expect(headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toMatch(/发言一览\.xlsx$/);
  });

  test('what is not known to filter by is left aside, not an error', async () => {
    const { at, secretary } = await spoken();
    const { status } = await at.ask('GET', `${address}.csv?kind=unknown&order=__proto__&down=2&text=${'x'.repeat(300)}`, {
      cookie: secretary,
    });
    expect(status).toBe(200);
  });
});
