// A full disk under the product's own store, without a server: it is told as what it is, and costs nothing once there is room.
import { join } from 'node:path';
import { mishu, plan, wei } from '@xieshang/meeting/testing';
import { meeting, openAll, type Opened } from './commits.ts';
import { smallDisk } from './small-disk.ts';

const diskMebibytes = 4;
const full = 13;

/** One sentence for each thing that is not as it has to be. */
export async function toldAsFull(): Promise<readonly string[]> {
  const disk = await smallDisk(diskMebibytes);
  try {
    const all = await openAll(join(disk.folder, 'xieshang.sqlite'));
    try {
      const { notice, ...rest } = plan();
      await all.submit(mishu, { type: 'ConveneMeeting', plan: { ...rest, notice: { ...notice, meeting } } });
      disk.fill();
      const refused = await all.submit(wei, { type: 'CheckIn' }).then(() => 'taken', String);
      const code = codeOf(all.troubles.at(-1));
      await disk.makeRoom();
      const after = await all.submit(wei, { type: 'CheckIn' }).then(() => 'taken', String);
      return [
        ...(refused.includes('NotStored') ? [] : [`写满的磁盘上：${refused}`]),
        // Not that of a rollback, which has nothing to undo any more.
        ...(code === full ? [] : [`写满的磁盘报成了 ${code ?? '别的错误'}`]),
        ...(after === 'taken' ? [] : [`有了空间：${after}`]),
      ];
    } finally {
      await all.close();
    }
  } finally {
    await disk.end();
  }
}

function codeOf(trouble: Opened['troubles'][number]): number | null {
  const error: unknown = typeof trouble === 'object' && trouble !== null && 'error' in trouble ? trouble.error : null;
  return typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : null;
}
