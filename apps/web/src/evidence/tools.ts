// Knows SHA-256 and Ed25519 as a page has them on plain HTTP, in the form the verifier asks for; not what is verified.
import { digestOfBytes } from '@xieshang/protocol';
import { isSigned } from '@xieshang/protocol/epoch';
import type { Tools } from '@xieshang/record/verify';

export const pageTools: Tools = { sha256: digestOfBytes, isSigned };
