import { expect, type Page } from "@playwright/test";
import { PASSWORD, setUp } from "../fixtures/programme.js";
import { signIn, test } from "../fixtures/test.js";
import { part, question } from "../fixtures/unit.js";

const UNIT = "/courses/iah/m1/misunderstandings";
const MOVES = "You have 60 seconds. Put the four moves";
const MISSES = "Match each one with what it misses.";
const IN_ORDER = ["You are right that time", "At our service desk", "We could begin", "What would you need"];
const PAIRS: [string, string][] = [
  ["It needs incoming students.", "Their presence alone"],
  ["It is the international office's job.", "Courses, forms and desks"],
  ["It means English.", "A language is not"],
  ["One international day is enough.", "What is repeated"],
  ["It costs too much.", "Many changes replace"],
];

/** Chooses the one of a list's options that begins so. */
async function pick(page: Page, asked: string, line: string, begins: string): Promise<void> {
  const list = question(page, asked).getByRole("combobox", { name: line });
  const option = list.locator("option").filter({ hasText: begins });
  await list.selectOption({ label: ((await option.textContent()) ?? "").trim() });
}

async function check(page: Page, asked: string): Promise<void> {
  await question(page, asked).getByRole("button", { name: "Check answer" }).click();
}

test.describe("questions with lines", () => {
  test.beforeEach(async ({ empty, somebody }) => {
    const mira = await somebody();
    await setUp(empty, mira);
  });

  test("lines are matched from lists, and each is told apart", async ({ empty, somebody }) => {
    const mira = await somebody();
    const { page } = mira;
    await signIn(mira, empty, "mira@coordination.example", PASSWORD);
    await page.goto(empty.origin + UNIT);
    for (const [line, choice] of PAIRS) await pick(page, MISSES, line, choice);
    await check(page, MISSES);
    await expect(question(page, MISSES).getByRole("status")).toContainText("A day is voluntary");
    await expect(question(page, MISSES).getByRole("status")).not.toContainText("Not right");
    await pick(page, MISSES, "It means English.", "What is repeated");
    await check(page, MISSES);
    await expect(question(page, MISSES).getByRole("status")).toContainText("Not right");
    await page.reload();
    const kept = question(page, MISSES).getByRole("combobox", { name: "It means English." });
    await expect(kept.locator("option:checked")).toContainText("What is repeated");
    await mira.look();
  });

  test("two lines in one place get a sentence, and what was chosen stays", async ({ empty, somebody }) => {
    const mira = await somebody();
    mira.expectComplaint(/status of 422/);
    const { page } = mira;
    await signIn(mira, empty, "mira@coordination.example", PASSWORD);
    await page.goto(empty.origin + UNIT);
    for (const line of IN_ORDER) await pick(page, MOVES, line, "2 of 4");
    await check(page, MOVES);
    await expect(question(page, MOVES)).toContainText("Two lines share place 2.");
    const list = question(page, MOVES).getByRole("combobox", { name: IN_ORDER[0] });
    await expect(list.locator("option:checked")).toHaveText("2 of 4");
    for (const [n, line] of IN_ORDER.entries()) await pick(page, MOVES, line, `${n + 1} of 4`);
    await check(page, MOVES);
    await expect(question(page, MOVES).getByRole("status")).toContainText("It turns an argument into a search");
    await expect(question(page, MOVES).getByRole("status")).not.toContainText("Not right");
    await mira.look();
  });

  test("lines are moved with the keyboard, and each move is said", { tag: ["@with-script", "@keyboard"] }, async ({ empty, somebody }) => {
    const mira = await somebody();
    const { page } = mira;
    await signIn(mira, empty, "mira@coordination.example", PASSWORD);
    await page.goto(empty.origin + UNIT);
    const moves = question(page, MOVES);
    for (const line of [...IN_ORDER].reverse()) {
      const up = moves.getByRole("button", { name: `Move up "${line}` });
      await up.focus();
      for (let press = 0; press < 3; press += 1) await page.keyboard.press("Enter");
      await expect(up).toBeFocused();
      await expect(moves.locator("[data-moved]")).toContainText("1 of 4");
    }
    await check(page, MOVES);
    await expect(moves.getByRole("status")).toContainText("Right");
    await page.reload();
    await expect(moves.getByRole("listitem").first()).toContainText(IN_ORDER[0]);
  });
});

test("a text is read by a trainer, comes back, and is accepted", async ({ demo, signedIn }) => {
  const trainer = await signedIn("trainer");
  await trainer.page.goto(demo.origin);
  await trainer.page.getByRole("link", { name: /waits? for your review/ }).first().click();
  const list = trainer.page.url().split("?")[0];
  await trainer.look();
  const before = await trainer.page.getByRole("table").getByRole("row").count();
  expect(before).toBeGreaterThan(1);
  await trainer.page.getByRole("table").getByRole("link").first().click();
  await trainer.look();
  await trainer.page.getByRole("button", { name: "Return with feedback" }).click();
  await expect(trainer.page.getByRole("main")).toContainText("Choose one of the four.");
  await trainer.page.getByLabel("1 of 3").check();
  await trainer.page.getByLabel("Feedback").fill("Say for which students. <b>Here</b>");
  await trainer.page.getByRole("button", { name: "Return with feedback" }).click();
  await expect(trainer.page.getByRole("status")).toContainText("returned with your feedback");
  await trainer.page.goto(`${list}?state=returned`);
  await trainer.page.getByRole("table").getByRole("link").last().click();
  await expect(trainer.page.getByRole("main")).toContainText("<b>Here</b>");
});

test("a learner finds what came back, and hands it in again", { tag: "@once" }, async ({ demo, signedIn }) => {
  const learner = await signedIn("learner");
  const { page } = learner;
  await page.goto(demo.origin);
  await expect(page.getByRole("region", { name: "Back to you" })).toBeVisible();
  await learner.look();
  await page.getByRole("region", { name: "Back to you" }).getByRole("link").first().click();
  const activity = part(page, "Activity");
  await expect(activity.getByRole("status")).toContainText("Change your text and hand it in again.");
  await activity.getByLabel("What came out of it").fill("Ten places, and for whom each one matters.");
  await activity.getByRole("button", { name: "Hand in" }).click();
  await expect(activity.getByRole("status")).toContainText("About an earlier text:");
  await learner.look();
  await page.goto(demo.origin);
  await expect(page.getByRole("region", { name: "Back to you" })).toHaveCount(0);
});
