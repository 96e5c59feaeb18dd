// Who looks at the figures: a lead who reminds, and anybody at all.
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
