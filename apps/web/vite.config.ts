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
  },
});
