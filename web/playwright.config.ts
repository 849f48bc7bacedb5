import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'browser',
  // Pictures for the documents and figures of speed are made on purpose only: npm run pictures, speed.
  testMatch: `*.${process.env['KITH_MAKES'] ?? 'spec'}.ts`,
  outputDir: 'test-results',
  workers: 2,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../target/tally/playwright.json' }]],
  use: {
    actionTimeout: 30_000,
    launchOptions: {
      executablePath: process.env['KITH_CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
