// Knows where unit tests are; not what they test. Browser stories have their own runner (e2e/).
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'apps/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    restoreMocks: true,
    // A busy machine is no failure; what hangs is ended all the same, ms.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
