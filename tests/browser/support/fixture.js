/**
 * The test object of every browser test. A test fails if the page sends a request to another host, violates its policy,
 * throws or logs an error, unless the test has listed that as expected.
 */

import { test as base } from '@playwright/test';
import { Site } from './site.js';

export { expect } from '@playwright/test';

/** @type {import('@playwright/test').TestType<import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions & import('@playwright/test').PlaywrightWorkerArgs & { site: Site, expected: RegExp[] }, {}>} */
export const test = base.extend({
  expected: async ({}, use) => {
    await use([]);
  },

  page: async ({ page, baseURL, expected }, use) => {
    const origin = new URL(baseURL ?? '').origin;
    /** @type {string[]} */
    const problems = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol !== 'data:' && url.protocol !== 'blob:' && url.origin !== origin) problems.push(`request to ${url.href}`);
    });
    page.on('pageerror', (error) => problems.push(`uncaught ${error}`));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`console: ${message.text()}`);
    });
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        console.error(`policy violation: ${effectiveDirective} ${blockedURI}`);
      });
    });

    await use(page);

    const unexpected = problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
    base.expect(unexpected, 'foreign requests, policy violations and errors').toEqual([]);
  },

  site: async ({ page }, use) => {
    await page.goto('./');
    await use(new Site(page));
  },
});
