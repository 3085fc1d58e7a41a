import { defineConfig, devices } from '@playwright/test';

// A Chromium that is installed already, in place of the one that Playwright downloads.
const { CHROMIUM_PATH } = process.env;

export default defineConfig({
  use: { ...devices['Desktop Chrome'], launchOptions: CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {} },
});
