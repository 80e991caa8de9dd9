import { defineConfig } from '@playwright/test';

const PORT = Number(process.env.RECTO_PORT ?? 8099);
const SITE = `${process.env.CARGO_TARGET_DIR ?? 'target'}/dist/site`;

const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'target/browser-tests',
  forbidOnly: true,
  reporter: 'list',
  fullyParallel: true,
  workers: 2,
  // A busy machine of two cores takes a minute to start a browser: slow is not wrong.
  timeout: 600_000,
  expect: { timeout: 180_000 },
  use: {
    baseURL: `http://localhost:${PORT}/`,
    locale: 'en-GB',
    // A reader far from the pages' own time zones: days must not move.
    timezoneId: 'Pacific/Auckland',
    // A test's own answers to requests would not reach a page that the worker serves. offline.spec.js allows it.
    serviceWorkers: 'block',
  },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: { executablePath: process.env.RECTO_CHROMIUM ?? '/usr/bin/chromium', args: CHROMIUM_ARGS },
      },
    },
    {
      name: 'firefox',
      // Firefox lets no test fill or read its clipboard. What axe looks at, markup and styles, is the same in both.
      testIgnore: ['clipboard.spec.js', 'axe.spec.js'],
      use: {
        browserName: 'firefox',
        // Drives the distribution's own Firefox, not a patched build.
        channel: 'moz-firefox',
        launchOptions: { executablePath: process.env.RECTO_FIREFOX ?? '/usr/bin/firefox-esr' },
      },
    },
  ],
  webServer: {
    command: `node xtask/serve.js "${SITE}" ${PORT}`,
    url: `http://localhost:${PORT}/`,
    timeout: 180_000,
  },
});
