// Knows a person's own page: reading, devices, password; not other people's.
import { useReader } from '../sign-in/reader.ts';
import { Frame } from '../sign-in/Frame.tsx';
import { Card } from '../ui/Card.tsx';
import { Tag } from '../ui/Tag.tsx';
import { meWords as words } from '../words/zh/me.ts';
import { roleWords } from '../words/zh/roles.ts';
import { OwnDevices } from './OwnDevices.tsx';
import { OwnPassword } from './OwnPassword.tsx';

export function Me() {
  const reader = useReader();
  return (
    <Frame title={words.title}>
      <div className="stack">
        <div className="row">
          <h1>{reader.name}</h1>
          <Tag>{roleWords[reader.role]}</Tag>
          <span className="small muted">{reader.account}</span>
        </div>
        {reader.scope !== null && <p>{words.byInvite}</p>}
        <Card>
          <h2>{words.readingTitle}</h2>
          <p className="muted">{words.readingHint}</p>
        </Card>
        {reader.scope === null && (
          <>
            <OwnDevices account={reader.account} />
            <OwnPassword account={reader.account} />
          </>
        )}
      </div>
    </Frame>
  );
}
