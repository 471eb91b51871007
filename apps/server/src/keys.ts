// Knows the server's own key pair and where it lies: in files of its own, never in the database and never in a backup.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { chmodSync, closeSync, copyFileSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf, signedBytes } from '@xieshang/protocol/epoch';
import { makeFolder } from './folders.ts';
import { StartRefusal } from './start-refusal.ts';

export interface Keys {
  /** 32 bytes, lower-case hex. */
  readonly publicKey: string;
  readonly fingerprint: string;
  /** Of an epoch's statement: Ed25519, lower-case hex. */
  sign(statement: string): string;
  /** Of a text's UTF-8 bytes as they are: whoever asks begins the text with what it is for. */
  signText(text: string): string;
}

const privateName = 'server-key.pem';

/** DER of an Ed25519 public key up to the key itself (RFC 8410). */
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** Whether a text's UTF-8 bytes bear a key's signature; a hundredth of the time that pages take. Signature and key are lower-case hex. */
export function isSignedText(text: string, signature: string, key: string): boolean {
  try {
    const der = Buffer.concat([publicPrefix, Buffer.from(key, 'hex')]);
    return verify(null, Buffer.from(text), createPublicKey({ key: der, format: 'der', type: 'spki' }), Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}

/** The key pair in a folder, made when there is none. */
export function openKeys(folder: string): Keys {
  const file = join(folder, privateName);
  makeFolder(folder);
  if (!existsSync(file)) write(file, generateKeyPairSync('ed25519').privateKey);
  return keysOf(read(file));
}

/** Copies the key pair into another folder, which must not hold one. */
export function copyKeys(from: string, to: string): Keys {
  const [source, target] = [join(from, privateName), join(to, privateName)];
  if (!existsSync(source)) throw new StartRefusal(`${from} 里没有服务器密钥（${privateName}）。`);
  if (existsSync(target)) throw new StartRefusal(`${to} 里已有一份服务器密钥，没有覆盖。`);
  const keys = keysOf(read(source));
  makeFolder(to);
  copyFileSync(source, target);
  chmodSync(target, 0o600);
  return keys;
}

function read(file: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below.
  }
  throw new StartRefusal(`服务器密钥 ${file} 无法读出。请从密钥的副本恢复这个文件；没有副本时移开它再启动，会生成新的密钥。`);
}

/** Never half a key under the name of one. */
function write(file: string, key: KeyObject): void {
  const passing = `${file}.part`;
  writeFileSync(passing, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  const handle = openSync(passing, 'r');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(passing, file);
}

function keysOf(key: KeyObject): Keys {
  // The last 32 bytes of the DER form are the key itself.
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
  return {
    publicKey,
    fingerprint: fingerprintOf(publicKey),
    sign: (statement) => sign(null, signedBytes(statement), key).toString('hex'),
    signText: (text) => sign(null, Buffer.from(text), key).toString('hex'),
  };
}
