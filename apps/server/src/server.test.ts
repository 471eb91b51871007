import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { startServer } from './server.ts';
import { tempFolder } from './testing/hall.ts';

test('a server is alive from the first moment, ready once its doors are open, and says why it is not', async () => {
  const running = await startServer(readConfig(['serve'], { DATA_DIR: await tempFolder(), PORT: '0', LOG_LEVEL: 'silent' }));
  const ask = async (path: string) => {
    const response = await fetch(`${running.origin.public}${path}`);
    return [response.status, await response.json()];
  };
  expect(await ask('/healthz')).toMatchObject([200, { ok: true }]);
  expect(await ask('/readyz')).toMatchObject([503, { error: { type: 'NotReady' } }]);
  running.open();
  expect(await ask('/readyz')).toEqual([200, { ok: true }]);
  await running.close();
});
