// Knows how 密级 is shown beside a material; nothing where it is 公开.
import type { Secrecy } from '@xieshang/meeting';
import { Tag } from '../ui/Tag.tsx';
import { secrecyWords as words } from '../words/zh/secrecy.ts';

export const SecrecyTag = ({ secrecy }: { readonly secrecy?: Secrecy | undefined }) =>
  secrecy === undefined ? null : <Tag tone="seal">{words.levels[secrecy]}</Tag>;
