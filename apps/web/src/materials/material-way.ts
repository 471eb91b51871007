// Knows on which address a material is opened: a guarded one on a page that marks it, any other as it is.
import type { Material } from '@xieshang/meeting';
import { materialAddress } from '../http/api.ts';
import { ways } from '../meeting/room-at.ts';

export const materialWay = (meeting: string, { materialId, secrecy }: Pick<Material, 'materialId' | 'secrecy'>): string =>
  secrecy === undefined ? materialAddress(meeting, materialId) : ways.material(meeting, materialId);
