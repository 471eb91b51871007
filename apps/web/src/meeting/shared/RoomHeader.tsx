// Knows the head of a room's page: which meeting, whether the line holds, large text, and that it is a rehearsal.
import { LargeTextSwitch } from '../../ui/LargeTextSwitch.tsx';
import { SkipLink } from '../../ui/SkipLink.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { roomWords as words } from '../../words/zh/room.ts';
import { Connection } from './Connection.tsx';
import type { Held } from './held.ts';
import { StageProgress } from './StageProgress.tsx';
import look from './RoomHeader.module.css';

/** For pages without antd; the page names its content `main`. */
export function RoomHeader({ meeting }: { readonly meeting: Held }) {
  const { notice } = meeting;
  return (
    <header className={look['head']}>
      <SkipLink />
      <div className={look['inside']}>
        <div className={look['line']}>
          <h1 className={look['title']} title={notice.title}>
            {words.shortTitle(notice.title)}
          </h1>
          <div className={look['state']}>
            {notice.kind === 'rehearsal' && <Tag tone="amber">{words.rehearsal}</Tag>}
            <Connection />
          </div>
          <div className={look['large']}>
            <LargeTextSwitch />
          </div>
        </div>
        <div className={look['stage']}>
          <StageProgress meeting={meeting} />
        </div>
      </div>
    </header>
  );
}
