// What shows that a session took place, and the files that a funder asks for.
import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { download, unzip } from "../fixtures/files.js";
import { expect, test } from "../fixtures/test.js";

test("a trainer attaches a scan to a session, and takes its evidence away in one file", async ({ demo, signedIn }) => {
  const { page } = await signedIn("trainer");
  await heldSession(page, demo.origin);
  await page.getByRole("link", { name: "Evidence", exact: true }).click();
  await expect(page.getByRole("main")).toContainText("What the session needs");
  // Each browser attaches a file of its own: the same one again would be one entry.
  const scan = `%PDF-1.4\n% ${test.info().project.name} ${test.info().workerIndex}\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n`;
  await attach(page, "photograph", "posing.pdf", "PK\u0003\u0004");
  await expect(page.getByRole("alert")).toContainText("This is an archive with files in it.");
  await attach(page, "photograph", `scan ${test.info().project.name}.pdf`, scan);
  await expect(page.getByRole("status")).toContainText("is attached");
  await page.getByRole("button", { name: "Make the evidence pack" }).click();
  const pack = await readyPack(page);
  const parts = unzip(pack);
  expect([...parts.values()], "the scan is in the pack").toContain(scan);
  const manifest = parts.get("manifest-sha256.txt") ?? "";
  expect(manifest.split("\n").filter(Boolean)).toHaveLength(parts.size - 1);
  expect(manifest).toContain(sha256(Buffer.from(scan)));
});

test("a coordinator has a funder pack made, and an observer takes the same bytes", { tag: "@once" }, async ({ demo, signedIn }) => {
  const { page } = await signedIn("coordinator");
  await page.goto(`${demo.origin}/programme`);
  await page.getByRole("link", { name: "Funder packs" }).click();
  await page.getByRole("button", { name: "Make the pack" }).click();
  const pack = await readyPack(page);
  expect([...unzip(pack).keys()]).toEqual(expect.arrayContaining(["report.pdf", "figures.xlsx", "figures.json", "csv/achieved.csv"]));

  const observer = await signedIn("observer");
  await observer.page.goto(`${demo.origin}/programme`);
  await observer.page.getByRole("link", { name: "Funder packs" }).click();
  await expect(observer.page.getByRole("button", { name: "Make the pack" })).toHaveCount(0);
  expect((await readyPack(observer.page)).equals(pack)).toBe(true);
});

async function heldSession(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/cohorts`);
  await page.getByRole("link", { name: "Second cohort, autumn 2026" }).click();
  const sessions = page.locator("main a[href*='/sessions/']");
  const address = await sessions.first().getAttribute("href");
  await page.goto(origin + (address ?? "").replace(/(\/sessions\/[^/]+).*/, "$1"));
}

async function attach(page: Page, kind: string, name: string, text: string): Promise<void> {
  await page.getByLabel("What it shows").selectOption({ label: kind });
  await page.getByLabel("File", { exact: true }).setInputFiles({ name, mimeType: "application/pdf", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Attach" }).click();
}

/** Looks again until the newest pack is ready; its bytes have the fingerprint that the page says. */
async function readyPack(page: Page): Promise<Buffer> {
  const newest = page.getByRole("table", { name: "Packs, the newest first" }).getByRole("row").nth(1);
  await expect(async () => {
    await page.reload();
    await expect(newest).toContainText("ready since", { timeout: 500 });
  }).toPass();
  const { name, bytes } = await download(newest.getByRole("link", { name: "Download the pack" }));
  expect(name).toMatch(/\.zip$/);
  await expect(newest).toContainText(sha256(bytes));
  return bytes;
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
