import { defineConfig } from '@playwright/test';

// A browser of the system, as in a container, where it has no sandbox of its own.
const { CHROMIUM: executablePath } = process.env;

export default defineConfig({
  testMatch: 'page.spec.ts',
  use: {
    baseURL: 'http://localhost:5173',
    launchOptions: executablePath ? { executablePath, args: ['--no-sandbox'] } : {},
  },
  webServer: { command: 'npx vite --port 5173 --strictPort', url: 'http://localhost:5173' },
});
