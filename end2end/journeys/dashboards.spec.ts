import type { Locator, Page } from "@playwright/test";
import { csvRows, download, sheetText } from "../fixtures/files.js";
import { PASSWORD } from "../fixtures/programme.js";
import { DEMO_PASSWORD, expect, signIn, test } from "../fixtures/test.js";

const TIRANA = "University of Tirana";
const COHORT = "Second cohort, autumn 2026";
const ROW_PER_COLLEAGUE = "one row for each colleague, one column for each unit";

test("the coordinator follows a number down to the people behind it, each with its rule", { tag: "@once" }, async ({ demo, signedIn }) => {
  const { page } = await signedIn("coordinator");
  await page.goto(`${demo.origin}/programme`);
  await expect(page.getByRole("main")).toContainText("2 of 5 institutions have reached their minimum.");
  await expect(page.getByRole("row", { name: TIRANA })).toContainText("on target (23 of 20–30)");
  await expectRule(page, "one colleague and two participations");
  await page.getByRole("table").getByRole("link", { name: TIRANA }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TIRANA);
  await expect(page.getByRole("main")).toContainText("23 of 20–30 colleagues have finished.");
  await expectRule(page, "one colleague and two participations");
  await expect(page.getByRole("table", { name: ROW_PER_COLLEAGUE }).getByRole("row")).toHaveCount(1 + 32);
  await page.getByRole("link", { name: COHORT }).first().click();
  await expect(page.getByRole("main")).toContainText("on target (23 of 20–30)");
  await expectRule(page, "Everybody ever enrolled counts");
  const colleague = page.getByRole("table").first().getByRole("rowheader").first().getByRole("link");
  const name = await colleague.innerText();
  await colleague.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByRole("main")).toContainText(COHORT);
  await expectRule(page, "A colleague is trained by whoever");
});

test("each table is a file that a spreadsheet opens with the same numbers", { tag: "@once" }, async ({ demo, signedIn }) => {
  const { page } = await signedIn("coordinator");
  await page.goto(`${demo.origin}/programme`);
  const programme = await bothFiles(page, /^internationalisation-at-home.*\.(csv|xlsx)$/);
  expect(programme.find(([name]) => name === TIRANA)?.slice(1, 6)).toEqual(["20", "30", "23", "32", "33"]);
  expect(programme).toHaveLength(1 + 6);
  await page.getByRole("table").getByRole("link", { name: TIRANA }).click();
  const matrix = await bothFiles(page, /^university-of-tirana.*\.(csv|xlsx)$/);
  await expect(page.getByRole("table", { name: ROW_PER_COLLEAGUE }).getByRole("row")).toHaveCount(matrix.length);
  await page.getByRole("link", { name: COHORT }).first().click();
  const roster = await bothFiles(page, /^second-cohort-autumn-2026\.(csv|xlsx)$/);
  await expect(page.getByRole("table").first().getByRole("row")).toHaveCount(roster.length);
});

test("who trained whom is drawn, read out and saved, and the eye can rest on one person", { tag: "@once" }, async ({ demo, signedIn }) => {
  const { page } = await signedIn("coordinator");
  await page.goto(`${demo.origin}/programme`);
  await page.getByRole("link", { name: "Who trained whom" }).click();
  await page.getByRole("table").getByRole("link", { name: TIRANA }).click();
  await whole(page, "Who trained whom");
  await expect(page.getByRole("main")).toContainText("6 people trained 54 people at University of Tirana.");
  const drawing = page.getByRole("img", { name: `Who trained whom at ${TIRANA}` });
  await expect(drawing).toContainText("Generation 2");
  await expect(drawing.locator(".dim")).toHaveCount(0);
  await page.getByRole("link", { name: "Show in the drawing: Ilirjana Ismajli" }).click();
  await expect(page.getByRole("main")).toContainText("In view: Ilirjana Ismajli");
  await expect(drawing.locator(".group.dim").first()).toBeVisible();
  // By which sessions, said in the drawing, above it and in the list.
  const how = "session on 23 October 2026 (Second cohort, autumn 2026)";
  await expect(page.getByRole("listitem").filter({ hasText: "Trained by Alketa Shala" })).toContainText(how);
  await expect(drawing.locator("path title").filter({ hasText: `Ilirjana Ismajli, trained by Alketa Shala: ${how}` })).toHaveCount(1);
  await expect(drawing.locator(".note").filter({ hasText: "23 October 2026" })).toBeVisible();
  const item = page.getByRole("treeitem", { name: /^Ilirjana Ismajli/ });
  await expect(item).toContainText(how);
  // Whoever has no recorded trainer has a lane.
  const lane = "1 finished with no recorded trainer";
  await expect(drawing).toContainText(lane);
  await expect(page.getByRole("treeitem", { name: new RegExp(lane) })).toHaveAttribute("aria-expanded", "false");
  await expectRule(page, "one generation below the nearest of their trainers");
  const rows = await bothFiles(page, /^university-of-tirana-who-trained-whom.*\.(csv|xlsx)$/);
  const trainers = rows.filter(([name]) => name === "Ilirjana Ismajli").map((row) => row[2]);
  expect([...new Set(trainers)].sort()).toEqual(["Alketa Shala", "Bashkim Lama", "Elira Murati", "Genc Malaj"]);
  const sessions = rows.filter(([name, , by]) => name === "Ilirjana Ismajli" && by === "Alketa Shala");
  expect(sessions.map((row) => row.slice(3))).toEqual([["Second cohort, autumn 2026", "2026-10-23", ""]]);
  const picture = await download(page.getByRole("link", { name: "SVG" }));
  expect(picture.bytes.toString()).toContain("Ilirjana Ismajli");
  const dots = await download(page.getByRole("link", { name: "PNG" }));
  expect(dots.name).toBe("university-of-tirana-who-trained-whom.png");
  expect(dots.bytes.subarray(1, 4).toString()).toBe("PNG");
});

test("without script the cascade is a list whose groups open", { tag: "@once" }, async ({ demo, browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${demo.origin}/sign-in`);
  await page.getByLabel("E-mail").fill("lead@demo.example");
  await page.getByLabel("Password").fill(DEMO_PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Institution" }).click();
  await page.getByRole("link", { name: "Who trained whom" }).click();
  await expect(page.getByRole("tree")).toHaveCount(0);
  const group = page.locator("details").filter({ hasText: "8 colleagues" });
  await group.locator("summary").click();
  await expect(group.getByRole("link").first()).toBeVisible();
  await expect(group.getByRole("listitem").first()).toContainText("23 October 2026");
  await expect(page.getByRole("link", { name: "PNG" })).toBeVisible();
  await context.close();
});

test("a lead sees the own institution, and of another as little as of none", { tag: "@once" }, async ({ demo, signedIn }) => {
  const [coordinator, lead] = [await signedIn("coordinator"), await signedIn("lead")];
  lead.expectComplaint(/status of 404/);
  await coordinator.page.goto(`${demo.origin}/programme`);
  await coordinator.page.getByRole("table").getByRole("link", { name: "University of Tuzla" }).click();
  await whole(coordinator.page, "University of Tuzla");
  const foreign = [coordinator.page.url()];
  for (const kind of ["cohorts", "people"]) {
    const link = coordinator.page.locator(`main a[href^="/${kind}/"]`).last();
    foreign.push(new URL((await link.getAttribute("href")) ?? "", demo.origin).href);
  }
  const { page } = lead;
  await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Institution" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TIRANA);
  const own = page.url();
  await page.goto(own.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, "01935304-5ac6-7a9c-b102-000000000000"));
  const nothing = await page.getByRole("main").innerText();
  expect(nothing).toContain("There is nothing here");
  for (const address of foreign) {
    expect((await page.goto(address))?.status(), address).toBe(404);
    expect(await page.getByRole("main").innerText(), address).toBe(nothing);
  }
});

test("an observer sees figures, and no name anywhere", { tag: "@once" }, async ({ demo, signedIn }) => {
  const [coordinator, observer] = [await signedIn("coordinator"), await signedIn("observer")];
  observer.expectComplaint(/status of 404/);
  await coordinator.page.goto(`${demo.origin}/programme`);
  await coordinator.page.getByRole("table").getByRole("link", { name: TIRANA }).click();
  await whole(coordinator.page, TIRANA);
  const names = await coordinator.page.locator('main a[href^="/people/"]').allInnerTexts();
  expect(names.length).toBeGreaterThan(30);
  const cohort = await coordinator.page.locator('main a[href^="/cohorts/"]').first().getAttribute("href");
  const { page } = observer;
  await page.goto(`${demo.origin}/programme`);
  await expect(page.getByRole("main")).toContainText("You see counts without names.");
  const seen = [await page.content(), (await download(page.getByRole("link", { name: "CSV" }))).bytes.toString()];
  await page.getByRole("table").getByRole("link", { name: TIRANA }).click();
  await whole(page, TIRANA);
  await expect(page.getByRole("main")).toContainText("23 of 20–30 colleagues have finished.");
  seen.push(await page.content());
  for (const name of names) expect(seen.filter((text) => text.includes(name)), name).toEqual([]);
  expect((await page.goto(demo.origin + cohort))?.status()).toBe(404);
});

test("a trainer without a password gets in with a code that the lead hands over", {
  tag: "@once",
}, async ({ demo, signedIn, somebody }) => {
  const [{ page }, trainer] = [await signedIn("lead"), await somebody()];
  await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Institution" }).click();
  await page.getByRole("table").first().getByRole("link", { name: "Elira Murati" }).click();
  const email = (await page.getByRole("main").innerText()).match(/\S+@\S+/)?.[0] ?? "";
  await page.getByRole("link", { name: "Hand over a reset code" }).click();
  await page.getByRole("button", { name: "Make the code" }).click();
  const code = (await page.locator(".slip-code").innerText()).trim();
  await trainer.page.goto(`${demo.origin}/sign-in`);
  await trainer.page.getByRole("link", { name: "I forgot my password" }).click();
  await trainer.page.getByRole("link", { name: "I have a code" }).click();
  await trainer.page.getByLabel("E-mail").fill(email);
  await trainer.page.getByLabel("Code").fill(code.toLowerCase().replace("-", " "));
  await trainer.page.getByLabel("New password").fill(PASSWORD);
  await trainer.page.getByRole("button", { name: "Set the password" }).click();
  await expect(trainer.page.getByRole("status")).toContainText("Your new password is set");
  await signIn(trainer, demo, email, PASSWORD);
  await expect(trainer.page.getByRole("heading", { level: 1 })).toContainText("Elira Murati");
});

/** Waits for the page under this heading, and for all of it. */
async function whole(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  await page.waitForLoadState("domcontentloaded");
}

/** Opens every note beside the page's numbers; one of them says this. */
async function expectRule(page: Page, words: string): Promise<void> {
  await page.waitForLoadState("domcontentloaded");
  const notes: Locator = page.locator("details.definition-note");
  for (const note of await notes.all()) await note.locator("summary").click();
  await expect(notes.filter({ hasText: words }).first().getByText(words)).toBeVisible();
}

/** Saves a page's table as CSV and as a workbook, which say the same; answers its rows. */
async function bothFiles(page: Page, name: RegExp): Promise<string[][]> {
  const csv = await download(page.getByRole("link", { name: "CSV" }).last());
  const workbook = await download(page.getByRole("link", { name: "Excel" }).last());
  for (const file of [csv, workbook]) expect(file.name).toMatch(name);
  const rows = csvRows(csv.bytes);
  const cells = sheetText(workbook.bytes);
  expect(cells.slice(0, rows[0].length)).toEqual(rows[0]);
  for (const [first] of rows) expect(cells).toContain(first);
  return rows;
}

test("the programme's and a cohort's tables fit the paper, without a button", { tag: "@once" }, async ({ demo, signedIn }) => {
  const coordinator = await signedIn("coordinator");
  const trainer = await signedIn("trainer");
  await coordinator.page.goto(`${demo.origin}/programme`);
  await trainer.page.goto(`${demo.origin}/cohorts`);
  await trainer.page.getByRole("table").getByRole("link").first().click();
  await whole(trainer.page, COHORT);
  for (const { page } of [coordinator, trainer]) {
    await page.waitForLoadState();
    // A4 between margins of 16 mm.
    await page.setViewportSize({ width: 673, height: 1001 });
    await page.emulateMedia({ media: "print" });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(673);
    await expect(page.getByRole("columnheader").first()).toBeInViewport();
    await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
    await page.emulateMedia({ media: "screen" });
  }
});
