// Journeys through Kaskada in a real browser: with script, without it, and on a phone.
//   npx playwright test                            all of them
//   npx playwright test --project=hydrated enrol   one file in one browser
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { defineConfig } from "@playwright/test";

// The browser of the machine: Playwright's own would be a download from somewhere else.
function chromium(): string {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const names = ["chromium", "google-chrome"];
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
  if (!found) throw new Error("There is no Chromium here: .ci/prepare/browser installs one.");
  return found;
}

export default defineConfig({
  testDir: "journeys",
  outputDir: "test-results",
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: true,
  // Long enough for a machine that builds something else at the same time.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    locale: "en-GB",
    timezoneId: "Europe/Tirane",
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: chromium(),
      args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
    },
  },
  // A promise that makes sense in one browser only bears a tag.
  projects: [
    { name: "hydrated" },
    {
      name: "without-javascript",
      use: { javaScriptEnabled: false },
      grepInvert: /@with-script|@once/,
    },
    {
      name: "phone",
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
      grepInvert: /@keyboard|@once/,
    },
  ],
});
