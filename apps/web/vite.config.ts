// Knows how the pages are built into files; not what is on them.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { earlyFiles } from './build/early-files.ts';
import { packedFiles } from './build/packed-files.ts';
import { pdfFiles } from './build/pdf-files.ts';

export default defineConfig({
  plugins: [react(), pdfFiles(), earlyFiles(), packedFiles()],
  build: {
    // The oldest browsers admitted; public/too-old.js tests for the same line.
    target: ['chrome98', 'safari15.4', 'firefox98'],
    // The policy of the server allows no inline script and no data: font.
    assetsInlineLimit: 0,
    // A script that was preloaded in vain is lost to an older browser for as long as the page stands: a part fetches its own (ui/later.tsx).
    modulePreload: { resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? [...files] : []) },
    // antd is one large chunk of the office screens; members never load it.
    chunkSizeWarningLimit: 1200,
    // A phone on a poor network pays for every file: what all show of a room comes in one.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'vendor', priority: 3, test: /node_modules\/(\.pnpm\/)?(react|react-dom|scheduler)[@+/]/ },
            { name: 'queries', priority: 3, test: /node_modules\/(\.pnpm\/)?@tanstack\+(react-)?query/ },
            {
              name: 'room',
              priority: 2,
              test: /src\/(live(?!\/kept-(jottings|keys|receipts))|meeting\/(shared(?!\/(Cues\.|cues|use-cues|speaking-rows|turn-text|jotted))|RoomEntry|RoomPage|room-at)|Broken|ui\/(?!antd|beep|QrCode|BarChart|Tabs)|http\/(api|client|ids))|packages\/(meeting|room)\/src\/(?!set-back|jottings|pulses\/figures|queue\/(expected-wait|why-moved|stage-budget))|packages\/protocol\/src\/(canonical|chain|record|upcast|down|version|index)\.|@noble[+/]hashes(?!.*h(kdf|mac))|socket\.io|engine\.io|words\/(?!zh|office-refusals)|words\/zh\/(common|roles|room|frame|member)\./,
            },
          ],
        },
      },
    },
  },
});
