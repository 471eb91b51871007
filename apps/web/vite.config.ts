// Knows how the pages are built into files; not what is on them.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    // The oldest browsers admitted; public/too-old.js tests for the same line.
    target: ['chrome98', 'safari15.4', 'firefox98'],
    // The policy of the server allows no inline script and no data: font.
    assetsInlineLimit: 0,
    // antd is one large chunk of the office screens; members never load it.
    chunkSizeWarningLimit: 1200,
    // A phone on a poor network pays for every file: what all rooms share comes in few.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'vendor', priority: 3, test: /node_modules\/(\.pnpm\/)?(react|react-dom|scheduler|@tanstack)[@+/]/ },
            {
              name: 'room',
              priority: 2,
              test: /src\/(live|meeting\/shared)\/|packages\/(meeting|room)\/|packages\/protocol\/src\/(canonical|chain|record|upcast|down|version|index)\.|@noble|socket\.io|engine\.io/,
            },
            {
              name: 'base',
              priority: 1,
              test: /src\/(ui\/(?!antd)|http|sign-in|minutes\/kept-text|words\/(?!zh))|words\/zh\/(common|roles|room|frame|sign-in)\./,
            },
          ],
        },
      },
    },
  },
});
