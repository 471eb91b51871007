// What is asked of secret votes (V40–V48), in the simple idea the core is compared with: of few members no ballots are issued, so nothing is out.
import type { Rules } from './hall.ts';

type Asked = 'CastSealedBallot' | 'OfferScrutineerKey' | 'HandInKey' | 'VoidLostBallots' | 'DestroyBallots';

export const secretRules: Rules<Asked> = {
  CastSealedBallot: () => 'BallotsNotOut',
  OfferScrutineerKey: ({ scrutineers, keys }, { publicKey }, by) => {
    if (!scrutineers.has(by)) return 'NotAScrutineer';
    if ([...keys].some(([person, key]) => key === publicKey && person !== by)) return 'ScrutineerKeyTaken';
    if (keys.get(by) === publicKey) return 'silent';
    keys.set(by, publicKey);
    return 'done';
  },
  HandInKey: () => 'NoKeyAwaited',
  VoidLostBallots: () => 'silent',
  DestroyBallots: () => 'silent',
};
