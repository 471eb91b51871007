// Knows the press that puts a speaker back on the list after the speech began; the record of what was said stays.
import { requestId as asRequest, type PersonId, type RequestId } from '@xieshang/meeting';
import { useState } from 'react';
import { newId, useMeeting } from '../../live/index.ts';
import { officeWords as words } from '../../words/zh/office.ts';
import { nameOf } from '../shared/people.ts';
import { Act } from './act.tsx';

/** Q15. `requestId`: the speech that runs or is over. */
export function PutBack({ requestId, person }: { readonly requestId: RequestId; readonly person: PersonId }) {
  const { roll } = useMeeting();
  const [as, setAs] = useState(() => asRequest(newId()));
  const name = nameOf(roll, person);
  return (
    <Act
      bodies={[{ type: 'PutBack', requestId, as }]}
      size="small"
      kind="quiet"
      aria-label={`${words.putBack}：${name}`}
      ask={{ title: words.putBackWill(name), will: words.putBackHint, act: words.putBack }}
      onDone={() => setAs(asRequest(newId()))}
    >
      {words.putBack}
    </Act>
  );
}
