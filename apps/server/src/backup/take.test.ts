import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { tempFolder } from '../testing/hall.ts';
import { findBackup } from './layout.ts';
import { takeBackup } from './take.ts';
import { backupOf, issued, keptFolder, moment, testServerOn, written } from './testing/kept.ts';
import { verifyBackup } from './verify.ts';

// Whole servers are started and every byte is read: it takes a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const kept = keptFolder();

describe('a backup', () => {
  test('is taken while a server uses the folder, and is right to the byte', async () => {
    const data = await kept();
    await testServerOn(data.path);
    const backup = await backupOf(data);
    expect((await verifyBackup(backup)).findings).toEqual([]);
  });

  test('says what it holds', async () => {
    const { path, manifest } = await backupOf(await kept());
    expect(manifest).toMatchObject({ version: '0.0.0', mode: 'demo', createdAt: moment });
    expect(manifest?.meetings).toEqual([
      { meeting: written, seq: 3, head: expect.stringMatching(/^[0-9a-f]{64}$/), issued: null },
      { meeting: issued, seq: 433, head: expect.stringMatching(/^[0-9a-f]{64}$/), issued: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(manifest?.minutes).toContainEqual({ document: 'demo.minutes.2.1', meeting: 'demo', seq: 3 });
    expect(manifest?.counts).toMatchObject({ accounts: 44, meetings: 2, materials: 4 });
    const names = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(manifest?.files).toHaveLength(names.length - 1);
  });

  test('leaves the folder it was taken from as it was', async () => {
    const data = await kept();
    const before = readdirSync(data.path).filter((name) => !/-(wal|shm)$/.test(name));
    await backupOf(data);
    expect(readdirSync(data.path).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(before);
  });

  test('goes on when a material is missing, and says what it lacks', async () => {
    const data = await kept();
    const [name = ''] = readdirSync(data.materials);
    unlinkSync(join(data.materials, name));
    const { findings } = await verifyBackup(await backupOf(data));
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) expect(finding).toContain(`（${name.slice(0, 12)}…）不在备份里`);
  });

  test('never takes a material that is not what its name says', async () => {
    const data = await kept();
    const [name = ''] = readdirSync(data.materials);
    writeFileSync(join(data.materials, name), '另一份内容');
    const backup = await backupOf(data);
    expect(existsSync(join(backup.path, 'materials', name))).toBe(false);
    expect((await verifyBackup(backup)).findings.join()).toContain(name.slice(0, 12));
  });
});

describe('a backup is refused in one sentence', () => {
  const into = async (place: string, from = kept()) => takeBackup({ from: await from, into: place, now: moment, version: '0.0.0' });

  test('into the folder itself, also through a link', async () => {
    const data = await kept();
    await expect(into(join(data.path, 'backups/daily'), Promise.resolve(data))).rejects.toThrow('不能放在数据文件夹');
    const link = join(await tempFolder(), 'link');
    symlinkSync(data.path, link);
    await expect(into(join(link, 'backups'), Promise.resolve(data))).rejects.toThrow('不能放在数据文件夹');
    expect(existsSync(join(data.path, 'backups'))).toBe(false);
  });

  test('over another one', async () => {
    const place = await tempFolder();
    await into(place);
    await expect(into(place)).rejects.toThrow('从不覆盖');
    expect((await verifyBackup(findBackup(place) ?? { path: '', manifest: null })).findings).toEqual([]);
  });

  test('where nothing can be written', async () => {
    const file = join(await tempFolder(), 'file');
    writeFileSync(file, '');
    await expect(into(join(file, 'backups'))).rejects.toThrow('无法写入');
    await expect(into('/proc/xieshang/backups')).rejects.toThrow('无法写入');
  });

  test('of a database that cannot be read, and leaves nothing behind', async () => {
    const data = await kept();
    writeFileSync(data.database, 'not a database, only some text that is long enough to be read as a header');
    for (const ending of ['-wal', '-shm']) rmSync(`${data.database}${ending}`, { force: true });
    const place = join(await tempFolder(), 'new/backups');
    await expect(into(place, Promise.resolve(data))).rejects.toThrow('数据库已损坏');
    expect(existsSync(join(place, '..'))).toBe(false);
  });
});

describe('a backup that was cut short', () => {
  test('is none', async () => {
    const { path } = await backupOf(await kept());
    rmSync(join(path, 'manifest.json'));
    expect(() => findBackup(path)).toThrow('没有写完');
    expect(findBackup(join(path, '..'))).toBeNull();
  });

  test('never stands in the way of an older one', async () => {
    const whole = await backupOf(await kept());
    const later = join(whole.path, '..', '2099-01-01T00-00-00.000Z');
    mkdirSync(later);
    writeFileSync(join(later, 'database.sqlite'), '');
    expect(findBackup(join(whole.path, '..'))?.path).toBe(whole.path);
  });
});
