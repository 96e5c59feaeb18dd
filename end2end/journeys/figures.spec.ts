// Who looks at the figures: a coordinator who reminds and makes a pack, and anybody at all.
import { readFile } from "node:fs/promises";
import { expect, test } from "../fixtures/test.js";

test("a silent trainer is reminded, and not twice", { tag: "@once" }, async ({ demo, signedIn }) => {
  const { page } = await signedIn("lead");
  await page.goto(`${demo.origin}/`);
  await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Institution" }).click();
  const programme = new URL(page.url()).searchParams.get("programme");
  const institution = page.url().match(/institutions\/([0-9a-f-]+)/)?.[1];
  const query = programme ? `id=${programme}&institution=${institution}` : `institution=${institution}`;
  await page.goto(`${demo.origin}/programme/activity?${query}`);
  const remind = page.getByRole("button", { name: /^Remind/ }).first();
  await remind.click();
  await expect(page.getByRole("status")).toBeVisible();
  await remind.click();
  await expect(page.getByRole("alert")).toBeVisible();
});

test("a funder pack is made once and stays the same to the last byte", { tag: "@once" }, async ({ demo, signedIn }) => {
  const { page } = await signedIn("coordinator");
  await page.goto(`${demo.origin}/programme`);
  await page.getByRole("link", { name: "Funder packs" }).click();
  await page.getByRole("button", { name: "Make the pack" }).click();
  const link = page.getByRole("main").getByRole("link", { name: /download/i }).first();
  await expect(async () => {
    await page.reload();
    await expect(link).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 90_000 });
  const take = async (): Promise<Buffer> => {
    const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
    return readFile(await file.path());
  };
  const [first, second] = [await take(), await take()];
  expect(first.subarray(0, 2).toString()).toBe("PK");
  expect(second.equals(first)).toBe(true);
});

test("anybody reads a programme's figures, without an account and without a name of a person", async ({ demo, somebody }) => {
  const { page } = await somebody();
  await page.goto(demo.origin);
  await page.getByRole("main").getByRole("link", { name: "Programmes in figures" }).click();
  await expect(page.getByRole("main")).toContainText("colleagues have finished the training");
  await expect(page.getByRole("row").filter({ hasText: "University of Tirana" })).toContainText("on target (23 of 20–30)");
  const feed = await page.getByRole("link", { name: "The same figures for programs (JSON)" }).getAttribute("href");
  const figures = await (await page.request.get(new URL(feed ?? "", demo.origin).href)).json();
  expect(figures.figures.colleagues_finished).toBe(76);
  expect(JSON.stringify(figures)).not.toContain("Bashkim");
});
