// Knows which files beside its code the reader of PDF asks for, and puts them among the built ones; not when they are asked for.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);
const home = dirname(require.resolve('pdfjs-dist/package.json'));
const { version } = require('pdfjs-dist/package.json') as { readonly version: string };

/** Their address changes with their content, as that of all that may be kept for ever. */
const place = `assets/pdf-${version}`;

/** How older office programs spell Chinese, and what decodes scans where the policy lets no WebAssembly run. */
const wanted: Readonly<Record<string, RegExp>> = { cmaps: /\.bcmap$/, wasm: /_nowasm_fallback\.js$/ };

/** `__PDF_FILES__` is their address. */
export const pdfFiles = (): Plugin => ({
  name: 'pdf-files',
  config: () => ({ define: { __PDF_FILES__: JSON.stringify(`/${place}/`) } }),
  generateBundle() {
    for (const [folder, names] of Object.entries(wanted))
      for (const name of readdirSync(join(home, folder)).filter((one) => names.test(one)))
        this.emitFile({ type: 'asset', fileName: `${place}/${folder}/${name}`, source: readFileSync(join(home, folder, name)) });
  },
});
