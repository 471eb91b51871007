// What no honest server writes down: the log itself is wrong, and everything in the bundle follows from it. Refused by both verifiers alike.
import type { RecordedEvent } from '@xieshang/meeting';
import { everyForm, bundled, missingPython, newSigner, nodeTools, secondVerdicts, verifyBundle } from '../testing/evidence.ts';
import { expect, test } from 'vitest';

const signer = newSigner();
const [forms, weighed] = everyForm.map((events) => events());
const withoutPython = missingPython();

interface Loose {
  [name: string]: unknown;
}
interface Fact {
  readonly type: string;
  by: string;
  payload: Loose;
}

/** The facts with something else in one of them. */
function altered(events: readonly RecordedEvent[] = [], type: string, change: (fact: Fact) => boolean | void): readonly RecordedEvent[] {
  let isDone = false;
  const all = events.map((event) => {
    if (isDone || event.type !== type) return event;
    const copy = structuredClone(event) as unknown as Fact;
    isDone = change(copy) !== false;
    return isDone ? (copy as unknown as RecordedEvent) : event;
  });
  if (!isDone) throw new Error(`no ${type} to alter`);
  return all;
}

/** Only a vote opened in that form. */
const inForm =
  (form: string, change: (payload: Loose) => void) =>
  ({ payload }: Fact): boolean => {
    const terms = payload['terms'] as { readonly form: string } | undefined;
    if ((terms?.form ?? 'named') !== form) return false;
    change(payload);
    return true;
  };
const set = (name: string, value: unknown) => (payload: Loose) => void Object.assign(payload, { [name]: value });
const counted =
  (motionId: string, change: (motion: Loose) => void) =>
  ({ payload }: Fact): boolean => {
    const motion = (payload['motions'] as readonly Loose[]).find((one) => one['motionId'] === motionId);
    if (motion) change(motion);
    return motion !== undefined;
  };
const ruled = (threshold: object) => (payload: Loose) => {
  for (const motion of payload['motions'] as readonly Loose[]) Object.assign(motion['rule'] as object, { threshold });
};

const deeds: readonly (readonly [
  name: string,
  events: readonly RecordedEvent[] | undefined,
  type: string,
  change: (fact: Fact) => boolean | void,
])[] = [
  ['a count confirmed by who is no scrutineer', forms, 'CountConfirmed', (fact) => void (fact.by = 'weiyuan9')],
  ['a weight for who is not on the roll', weighed, 'VotingOpened', inForm('named', set('weights', { zhang: 3, qian: 5 }))],
  ['weights where heads are counted', forms, 'VotingOpened', inForm('paper', set('weights', { li: 1 }))],
  [
    'no quorum asked at the opening, but told at the close',
    forms,
    'VotingOpened',
    inForm('unnamed', (payload) => delete payload['quorum']),
  ],
  ['a number of 应到 that is none', forms, 'VotingOpened', inForm('unnamed', set('eligible', -1))],
  [
    'somebody twice on the roll',
    forms,
    'VotingOpened',
    inForm('unnamed', (payload) => (payload['voterRoll'] as string[]).splice(0, 1, 'li')),
  ],
  ['a threshold nobody knows', forms, 'VotingOpened', inForm('unnamed', ruled({ kind: 'mostly' }))],
  ['a threshold of no parts', forms, 'VotingOpened', inForm('unnamed', ruled({ kind: 'atLeast', parts: 1, of: 0 }))],
  ['officers named where keys were counted', forms, 'VotingClosed', counted('m2', set('countedBy', ['mishu1', 'mishu2']))],
  ['fewer than none opposed', forms, 'VotingClosed', counted('m2', set('tally', { approve: 27, oppose: -1, abstain: 1, notPressed: 1 }))],
  [
    'an entry for who did not press',
    forms,
    'VotingClosed',
    counted('m9', (motion) => {
      for (const vote of motion['votes'] as readonly Loose[])
        if (vote['choice'] === 'notPressed') Object.assign(vote, { enteredBy: 'mishu1' });
    }),
  ],
  [
    'another number of ballots returned',
    forms,
    'VotingClosed',
    counted('m6', set('secret', { voteId: 'v-secret', issued: 28, returned: 26 })),
  ],
  ['spoilt ballots other than counted', forms, 'VotingClosed', counted('m6', set('spoilt', 2))],
  [
    'ballots issued to others than may vote',
    forms,
    'BallotsIssued',
    ({ payload }) => void (payload['voterRoll'] as string[]).splice(-1, 1, 'qian'),
  ],
  ['other ballots counted than were sealed', forms, 'BallotsSealed', ({ payload }) => void (payload['hashes'] as string[]).pop()],
  ['proxies in a secret vote', forms, 'VotingOpened', inForm('secret', set('proxies', { weiyuan3: 'li' }))],
  [
    'an acclamation that is counted',
    forms,
    'AcclamationOpened',
    ({ payload }) => void Object.assign((payload['motions'] as readonly Loose[])[0] ?? {}, { motionId: 'm10' }),
  ],
  ['a voided vote that was never open', forms, 'VotingVoided', ({ payload }) => void Object.assign(payload, { motionIds: ['m99'] })],
];

test.each(deeds)('%s', async (_name, events, type, change) => {
  const made = bundled(altered(events, type, change), signer);
  const first = verifyBundle(made, await nodeTools());
  const [second] = withoutPython === null ? await secondVerdicts([made]) : [first];
  expect([first, second].map((verdict) => (verdict?.ok ? 'accepted' : verdict?.reason))).toEqual(['votes', 'votes']);
});
