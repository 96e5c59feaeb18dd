import type { Locator, Page } from "@playwright/test";
import { CORRECTIONS, MESSY_LIST } from "../fixtures/lists.js";
import type { Person } from "../fixtures/person.js";
import {
  addInstitution,
  copyLetter,
  createCohort,
  inviteTrainer,
  join,
  pasteList,
  setUp,
  takeInvitation,
} from "../fixtures/programme.js";
import type { Server } from "../fixtures/server.js";
import { expect, test } from "../fixtures/test.js";
import { answer, choose, handIn, question, read, reflect, sendUnit } from "../fixtures/unit.js";

const UNIVERSITY = "University of Vrelograd";
const COHORT = "Spring 2027, everybody";
const BEST = "Which of these best describes Internationalisation at Home?";
const ON_PURPOSE = "Deliberately building international and intercultural dimensions";
const FIRST_PROMPT = "Which of your D marks happened by accident?";
const SECOND_PROMPT = "Which student did you imagine";

test("from the setup link to the number on the programme page", async ({ empty, somebody, withScript }) => {
  test.setTimeout(240_000);
  const [mira, lejla, emir, drita] = [await somebody(), await somebody(), await somebody(), await somebody()];

  await setUp(empty, mira);
  await addInstitution(empty, mira, "Lipovar University");
  await addInstitution(empty, mira, UNIVERSITY);
  await mira.page.goto(`${empty.origin}/programme`);
  await mira.page.getByRole("table").getByRole("link", { name: UNIVERSITY }).click();
  await inviteTrainer(mira, "Lejla Begović", "lejla.begovic@uni-vrelograd.example");
  await takeInvitation(lejla, await copyLetter(empty, mira));

  await createCohort(lejla, COHORT);
  await enrolTheMessyList(lejla);
  const codes = await printSlips(lejla, 25);

  await join(empty, emir, codes.get("Emir Begić") ?? "");
  await beginTheFirstUnit(emir, withScript);
  await loseTheServer(empty, emir, withScript);
  await completeTheFirstUnit(emir);

  await join(empty, drita, codes.get("Drita Krasniqi") ?? "");
  await completeEverything(empty, drita);

  await mira.page.goto(`${empty.origin}/programme`);
  const row = mira.page.getByRole("row").filter({ has: mira.page.getByRole("link", { name: UNIVERSITY }) });
  await expect(figure(mira.page, "colleagues finished")).toHaveText("1");
  await expect(figure(mira.page, "colleagues enrolled")).toHaveText("25");
  await expect(row).toContainText("19 to go");
  await row.getByRole("link", { name: UNIVERSITY }).click();
  await expect(mira.page.getByRole("main")).toContainText("1 of 20–30");
  const matrix = mira.page.getByRole("table", { name: "one row for each colleague, one column for each unit" });
  await expect(matrix.getByRole("row").filter({ hasText: "Emir Begić" })).toContainText("completed");

  await lejla.page.goto(`${empty.origin}/cohorts`);
  await lejla.page.getByRole("link", { name: COHORT }).click();
  await expect(lejla.page.getByRole("main")).toContainText("2 of 25 started, 1 finished");
});

function figure(page: Page, name: string): Locator {
  return page.locator("dl > div").filter({ has: page.getByText(name, { exact: true }) }).getByRole("definition");
}

async function enrolTheMessyList(trainer: Person): Promise<void> {
  const { page } = trainer;
  await pasteList(trainer, MESSY_LIST);
  await expect(page.getByText("22 ready")).toBeVisible();
  await expect(page.getByText("3 to fix")).toBeVisible();
  await trainer.look();
  for (const [name, address] of CORRECTIONS) {
    const row = page.getByRole("row").filter({ has: page.locator(`input[value="${name}"]`) });
    await row.getByLabel(/E-mail in row/).fill(address);
  }
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(page.getByText("25 ready")).toBeVisible();
  await expect(page.getByText("to fix")).toHaveCount(0);
  await expect(page.getByText(`25 colleagues will be enrolled in “${COHORT}” at ${UNIVERSITY}.`)).toBeVisible();
  await page.getByRole("button", { name: "Enrol 25 colleagues and print slips" }).click();
  await expect(page.getByText("25 colleagues are enrolled.")).toBeVisible();
}

/** The code on each colleague's slip. */
async function printSlips(trainer: Person, count: number): Promise<Map<string, string>> {
  const { page } = trainer;
  await page.getByRole("link", { name: "Print slips" }).click();
  await page.getByRole("button", { name: `Make ${count} slips` }).click();
  const slips = page.locator(".slip");
  await expect(slips).toHaveCount(count);
  await trainer.look();
  const codes = new Map<string, string>();
  for (const slip of await slips.all()) {
    const [name, code] = [slip.locator(".slip-name"), slip.locator(".slip-code")];
    codes.set((await name.innerText()).trim(), (await code.innerText()).trim());
  }
  return codes;
}

async function beginTheFirstUnit({ page }: Person, withScript: boolean): Promise<void> {
  await page.getByRole("main").getByRole("link", { name: "Begin" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("From the mobile few to every student");
  await read(page, withScript);
  await choose(page, BEST, ON_PURPOSE);
  await reflect(page, FIRST_PROMPT, "The form in one script. Ћирилица happened by accident.");
}

/** Nothing acknowledged may be lost, and with script not even what was typed meanwhile. */
async function loseTheServer(server: Server, colleague: Person, withScript: boolean): Promise<void> {
  const { page } = colleague;
  colleague.expectComplaint(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/);
  await server.kill();
  if (withScript) {
    await page.getByLabel(SECOND_PROMPT).fill("One who works at night.");
    await expect(page.getByText("No connection.").first()).toBeVisible({ timeout: 20_000 });
  }
  await server.restart();
  if (withScript) {
    const form = page.locator("form").filter({ has: page.getByLabel(SECOND_PROMPT) });
    await expect(form.getByRole("status")).toContainText(/Saved \d/, { timeout: 30_000 });
  }
  await page.reload();
  await expect(question(page, BEST).getByLabel(ON_PURPOSE)).toBeChecked();
  await expect(page.getByLabel(FIRST_PROMPT)).toHaveValue(/Ћирилица happened by accident/);
  await expect(page.getByText("You have read this part.")).toBeVisible();
  if (withScript) await expect(page.getByLabel(SECOND_PROMPT)).toHaveValue("One who works at night.");
}

async function completeTheFirstUnit({ page }: Person): Promise<void> {
  await reflect(page, SECOND_PROMPT, "One who works at night, and commutes.");
  await choose(page, "Once a year a faculty holds a festival", "It belongs to the informal curriculum");
  await choose(page, "Which of these belong to the layer", "Door signs", "The tone of the emails");
  await answer(page, "The Faculty of Law at the fictional", "873");
  await choose(page, "Four colleagues each describe", "In the required seminar");
  await handIn(page, "1. Entrance: C, D\n2. Library: I, D, P, A\nTen, two, one.");
  await page.reload();
  await expect(page.getByText("You have completed this unit.")).toBeVisible();
}

async function completeEverything(server: Server, { page, context }: Person): Promise<void> {
  const course = await (await context.request.get(`${server.origin}/courses/iah`)).text();
  // The core track: modules 1, 4 and 5. The other modules stay open.
  const units = new Set(course.match(/\/courses\/iah\/m[145]\/[a-z-]+/g));
  expect(units.size).toBe(9);
  for (const unit of units) await sendUnit(context.request, server.origin + unit);
  await page.goto(server.origin);
  await expect(page.getByRole("main")).toContainText("You have completed your track");
}
