import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '../testing/hall.ts';
import { resetDemoFolder, takeDataFolder } from './data-folder.ts';

describe('a data folder', () => {
  test('is made when missing and remembers its mode', async () => {
    const path = join(await tempFolder(), 'a/b');
    takeDataFolder(path, 'live').release();
    takeDataFolder(path, 'live').release();
    expect(() => takeDataFolder(path, 'demo')).toThrow('属于正式模式');
  });

  test('of the demo is refused for real use', async () => {
    const path = await tempFolder();
    takeDataFolder(path, 'demo').release();
    expect(() => takeDataFolder(path, 'live')).toThrow('属于演示模式');
  });

  test('serves one server at a time', async () => {
    const path = await tempFolder();
    const first = takeDataFolder(path, 'demo');
    expect(() => takeDataFolder(path, 'demo')).toThrow('正被另一个服务使用');
    first.release();
    takeDataFolder(path, 'demo').release();
  });

  test('that cannot be written is refused', async () => {
    const file = join(await tempFolder(), 'file');
    writeFileSync(file, '');
    expect(() => takeDataFolder(join(file, 'data'), 'demo')).toThrow('无法写入');
  });

  test('in a place that takes no folders is refused, not tried for ever', () => {
    expect(() => takeDataFolder('/proc/xieshang/data', 'demo')).toThrow('无法写入');
  });

  test('with data but no word of its mode, or another word, is refused', async () => {
    const path = await tempFolder();
    writeFileSync(join(path, 'xieshang.sqlite'), '');
    expect(() => takeDataFolder(path, 'demo')).toThrow('缺少 mode 文件');
    writeFileSync(join(path, 'mode'), 'test');
    expect(() => takeDataFolder(path, 'demo')).toThrow('无法识别');
  });
});

describe('resetting the demo', () => {
  test('deletes what the demo keeps, and leaves what is not ours', async () => {
    const path = await tempFolder();
    takeDataFolder(path, 'demo').release();
    writeFileSync(join(path, 'notes.txt'), 'mine');
    expect(resetDemoFolder(path)).toBe(true);
    expect([existsSync(join(path, 'mode')), existsSync(join(path, 'materials')), existsSync(join(path, 'notes.txt'))]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('never touches real data', async () => {
    const path = await tempFolder();
    takeDataFolder(path, 'live').release();
    expect(() => resetDemoFolder(path)).toThrow('不是演示数据文件夹');
    expect(existsSync(join(path, 'mode'))).toBe(true);
  });

  test('waits for the server to be stopped', async () => {
    const path = await tempFolder();
    const folder = takeDataFolder(path, 'demo');
    expect(() => resetDemoFolder(path)).toThrow('正被另一个服务使用');
    folder.release();
  });

  test('of nothing is nothing', async () => {
    expect(resetDemoFolder(join(await tempFolder(), 'none'))).toBe(false);
  });
});
