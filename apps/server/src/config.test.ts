import { describe, expect, test } from 'vitest';
import { ourOrigin, readConfig } from './config.ts';

describe('settings', () => {
  test('the demo listens to this machine only, in a folder of its own', () => {
    expect(readConfig(['start'], {})).toMatchObject({
      mode: 'demo',
      host: '127.0.0.1',
      port: 3000,
      dataDir: expect.stringMatching(/data\/demo$/),
      hints: [],
    });
    expect(readConfig(['serve'], {})).toMatchObject({ mode: 'live', dataDir: expect.stringMatching(/data\/live$/) });
  });

  test('a fresh demo is filled with the sample’s members, or as many as are asked for', () => {
    expect([readConfig(['start'], {}).demoMembers, readConfig(['start'], { DEMO_MEMBERS: '300' }).demoMembers]).toEqual([0, 300]);
    for (const wrong of ['5', '1001', 'x', '-40']) expect(() => readConfig(['start'], { DEMO_MEMBERS: wrong })).toThrow('DEMO_MEMBERS');
  });

  test('the bench profile is for a demo on this machine, and says so', () => {
    const { profile, hints } = readConfig(['start'], { BENCH_PROFILE: 'unpaced' });
    expect([profile, hints.length, readConfig(['start'], {}).profile]).toEqual(['bench', 1, 'usual']);
    const ungated = readConfig(['start'], { BENCH_PROFILE: 'ungated' });
    expect([ungated.profile, ungated.hints.length]).toEqual(['ungated', 1]);
  });

  test('a demo that others can reach says so', () => {
    expect(readConfig(['start'], { HOST: '0.0.0.0' }).hints).toHaveLength(1);
  });

  test.each([
    [['dance'], {}],
    [['constructor'], {}],
    [[], {}],
    [['start'], { PORT: '80a' }],
    [['start'], { PORT: '70000' }],
    [['start'], { PUBLIC_ORIGIN: 'xieshang.example.cn' }],
    [['start'], { PUBLIC_ORIGIN: 'https://x.cn/path' }],
    [['start'], { PUBLIC_ORIGIN: 'ftp://x.cn' }],
    [['start'], { BENCH_PROFILE: 'fast' }],
    [['serve'], { BENCH_PROFILE: 'unpaced' }],
    [['serve'], { BENCH_PROFILE: 'ungated' }],
    [['start'], { BENCH_PROFILE: 'ungated', HOST: '192.168.1.2' }],
    [['start'], { BENCH_PROFILE: 'unpaced', HOST: '0.0.0.0' }],
  ])('%j %j is refused in one sentence', (argv, env) => {
    expect(() => readConfig(argv, env)).toThrow(/。$/);
  });
});

describe('our origin', () => {
  test('on loopback is this machine by any of its names, at this port', () => {
    const { accepts, https } = ourOrigin({ host: '127.0.0.1', publicOrigin: null }, 3000);
    expect(
      ['http://127.0.0.1:3000', 'http://localhost:3000', 'http://localhost:3001', 'https://localhost:3000', 'null', ''].map(accepts),
    ).toEqual([true, true, false, false, false, false]);
    expect(https).toBe(false);
  });

  test('the usual port is not written', () => {
    expect(ourOrigin({ host: '192.168.1.9', publicOrigin: null }, 80).accepts('http://192.168.1.9')).toBe(true);
  });

  test('with a public name only that counts for others', () => {
    const { accepts, https } = ourOrigin({ host: '0.0.0.0', publicOrigin: 'https://hall.cn' }, 3000);
    expect([accepts('https://hall.cn'), accepts('http://hall.cn'), accepts('http://127.0.0.1:3000'), https]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
