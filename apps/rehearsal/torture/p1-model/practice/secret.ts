// What is asked of secret votes (V42–V48), in the simple idea the core is compared with.
import { countMotionsOf, voidMotionsOf } from './ballots.ts';
import { end, spoil } from './boxes.ts';
import { countElectionsOf, voidElectionsOf } from './election-counts.ts';
import type { Rules } from './hall.ts';

type Asked = 'CastSealedBallot' | 'OfferScrutineerKey' | 'HandInKey' | 'VoidLostBallots' | 'DestroyBallots';

export const secretRules: Rules<Asked> = {
  CastSealedBallot: ({ phase, boxes }, { voteId, revision, ciphertext: text }, by) => {
    const box = boxes.get(voteId);
    if (phase !== 'inSession' || box?.phase !== 'open') return 'BallotsNotOut';
    if (!box.electors.includes(by)) return 'NoBallotIssued';
    if (revision < 1) return 'BallotOutdated';
    const before = box.given.get(by);
    if (before?.text === text) return 'silent';
    if (before && box.change === 'never') return 'AlreadyVoted';
    if (before && revision <= before.revision) return 'BallotOutdated';
    if ([...box.given.values()].some((other) => other.text === text)) return 'BallotIsAnothers';
    box.given.set(by, { revision, text });
    return 'silent';
  },
  OfferScrutineerKey: ({ scrutineers, keys, usedKeys }, { publicKey }, by) => {
    if (!scrutineers.has(by)) return 'NotAScrutineer';
    if (usedKeys.has(publicKey) || [...keys].some(([person, key]) => key === publicKey && person !== by)) return 'ScrutineerKeyTaken';
    if (keys.get(by) === publicKey) return 'silent';
    keys.set(by, publicKey);
    return 'done';
  },
  HandInKey: (hall, { voteId, privateKey }, by) => {
    const box = hall.boxes.get(voteId);
    if (box?.phase !== 'sealed') return 'NoKeyAwaited';
    const publicKey = box.holders.get(by);
    if (publicKey === undefined) return 'NotAKeyHolder';
    if (privateKey !== `opens ${publicKey}`) return 'WrongKey';
    if (box.keys.has(by)) return 'silent';
    box.keys.add(by);
    if (end(hall, box) === 'counted') {
      countMotionsOf(hall, voteId, box);
      countElectionsOf(hall, voteId, box);
    }
    return 'done';
  },
  VoidLostBallots: (hall, { voteId }) => {
    const box = hall.boxes.get(voteId);
    if (box?.phase !== 'open' && box?.phase !== 'sealed') return 'silent';
    spoil(box, 'keyLost');
    voidMotionsOf(hall, voteId);
    voidElectionsOf(hall, voteId);
    return 'done';
  },
  DestroyBallots: ({ boxes }, { voteId }) => {
    const box = boxes.get(voteId);
    if ((box?.phase !== 'counted' && box?.phase !== 'void') || box.destroyed) return 'silent';
    box.destroyed = true;
    return 'done';
  },
};
