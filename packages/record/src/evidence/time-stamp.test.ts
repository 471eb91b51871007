// Holds the commands of docs/operating.md against an authority made here: a checkpoint is stamped elsewhere and checked offline.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, type TestContext } from 'vitest';
import { newSigner } from '../testing/evidence.ts';
import { leafOfFact, originOf, rootOf, signCheckpoint, treeOf } from './index.ts';

const authority = `
[ tsa ]
default_tsa = own
[ own ]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
[ stamping ]
extendedKeyUsage = critical,timeStamping
[ req ]
distinguished_name = name
[ name ]
`;

test(
  'RFC 3161: a checkpoint that an authority has stamped is checked offline, another one is refused',
  { timeout: 60_000 },
  ({ skip }: TestContext) => {
    if (spawnSync('openssl', ['version']).status !== 0) skip('没有 openssl，未核对时间戳');
    const folder = mkdtempSync(join(tmpdir(), 'xieshang-stamp-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const openssl = (...words: readonly string[]) => spawnSync('openssl', words, { cwd: folder, encoding: 'utf8' });
    const done = (...words: readonly string[]): void => {
      const { status, stderr } = openssl(...words);
      if (status !== 0) throw new Error(`openssl ${words.join(' ')}: ${stderr}`);
    };
    const signer = newSigner();
    const head = 'ab'.repeat(32);
    const checkpoint = { origin: originOf(signer.publicKey, 'demo'), size: 1, root: rootOf(treeOf([leafOfFact(head)])), head };
    writeFileSync(join(folder, 'checkpoint.note'), signCheckpoint(checkpoint, signer));
    writeFileSync(join(folder, 'other.note'), signCheckpoint({ ...checkpoint, size: 2 }, signer));
    writeFileSync(join(folder, 'tsa.cnf'), authority);
    writeFileSync(join(folder, 'serial'), '01');
    const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-config', 'tsa.cnf'];
    done('req', '-x509', ...newKey, '-keyout', 'ca.key', '-out', 'tsa-ca.pem', '-subj', '/CN=CA', '-days', '2');
    done('req', ...newKey, '-keyout', 'tsa.key', '-out', 'tsa.csr', '-subj', '/CN=TSA');
    const issued = ['-CA', 'tsa-ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'tsa.cnf', '-extensions', 'stamping'];
    done('x509', '-req', '-in', 'tsa.csr', ...issued, '-days', '2', '-out', 'tsa.pem');

    done('ts', '-query', '-data', 'checkpoint.note', '-sha256', '-cert', '-out', 'checkpoint.tsq');
    done(
      'ts',
      '-reply',
      '-queryfile',
      'checkpoint.tsq',
      '-config',
      'tsa.cnf',
      '-signer',
      'tsa.pem',
      '-inkey',
      'tsa.key',
      '-out',
      'checkpoint.tsr',
    );

    const verify = (note: string) => openssl('ts', '-verify', '-data', note, '-in', 'checkpoint.tsr', '-CAfile', 'tsa-ca.pem');
    expect(verify('checkpoint.note').status).toBe(0);
    expect(verify('other.note').status).not.toBe(0);
  },
);
