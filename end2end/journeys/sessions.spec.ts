// A session from its plan to its register: on a phone, with a code, on paper.
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import type { Person } from "../fixtures/person.js";
import { TODAY } from "../fixtures/server.js";
import { expect, test } from "../fixtures/test.js";

const COHORT = /^Second cohort/;

test("a session is planned, colleagues check in with its code, and the register is corrected", async ({ demo, signedIn }, info) => {
  const [trainer, colleague] = [await signedIn("trainer"), await signedIn("learner")];
  const room = `Room of ${info.project.name}`;
  await plan(trainer, demo.origin, TODAY, room);
  const session = trainer.page.url();

  await trainer.page.getByRole("link", { name: "Check-in code" }).click();
  await trainer.page.getByRole("button", { name: "Show the code" }).click();
  await expect(trainer.page.getByRole("img", { name: "Code to scan with a phone" })).toBeVisible();
  await trainer.look();
  await checkIn(trainer, colleague, session);

  await trainer.page.goto(`${session}/register`);
  const names = trainer.page.getByRole("group", { name: "Tick everybody who was there" }).getByRole("checkbox");
  await expect(names.and(trainer.page.locator(":checked"))).toHaveCount(1);
  await names.and(trainer.page.locator(":not(:checked)")).first().check();
  await trainer.page.getByRole("button", { name: "Record who was there" }).click();
  await expect(trainer.page.getByRole("status")).toContainText("2 colleagues were there");

  // A change of mind needs its reason, and keeps the ticks until it has one.
  await trainer.page.getByRole("link", { name: "Correct the register" }).click();
  await names.and(trainer.page.locator(":checked")).last().uncheck();
  await trainer.page.getByRole("button", { name: "Record who was there" }).click();
  await expect(trainer.page.getByRole("alert")).toContainText("Say why you correct it.");
  await expect(names.and(trainer.page.locator(":checked"))).toHaveCount(1);
  await trainer.page.getByLabel("Reason for a correction").fill("Two names were mixed up");
  await trainer.page.getByRole("button", { name: "Record who was there" }).click();
  await expect(trainer.page.getByRole("main")).toContainText("Two names were mixed up");
});

test("a session is moved, cancelled and planned again, and its calendar entry follows", async ({ demo, signedIn }, info) => {
  const { page } = await planned(await signedIn("trainer"), demo.origin, "2027-03-26", `Hall of ${info.project.name}`);
  const first = await calendar(page);
  expect(first).toContain("DTSTART;VALUE=DATE:20270326");
  await page.getByRole("link", { name: "Change the plan" }).click();
  await page.getByLabel("Day", { exact: true }).fill("2027-03-29");
  await page.getByLabel("Starts at").fill("09:00");
  await page.getByLabel("Ends at").fill("08:00");
  await page.getByRole("button", { name: "Save the plan" }).click();
  await expect(page.getByRole("alert")).toContainText("The session ends after it starts.");
  await expect(page.getByLabel("Starts at")).toHaveValue("09:00");
  await page.getByLabel("Ends at").fill(`${10 + project(info.project.name)}:00`);
  await page.getByLabel("Starts at").fill(`${9 + project(info.project.name)}:00`.padStart(5, "0"));
  await page.getByRole("button", { name: "Save the plan" }).click();
  await expect(page.getByRole("status")).toContainText("The plan is changed.");
  const moved = await calendar(page);
  expect(moved).toContain("DTSTART;TZID=Europe/Belgrade:20270329T");
  expect(uid(moved)).toBe(uid(first));

  await page.getByRole("link", { name: "Cancel this session" }).click();
  await page.getByLabel("Reason", { exact: true }).fill("The hall is closed");
  await page.getByRole("button", { name: "Cancel this session" }).click();
  await expect(page.getByRole("main")).toContainText("cancelled: The hall is closed");
  await page.getByRole("button", { name: "Plan it again" }).click();
  await expect(page.getByRole("status")).toContainText("The session is planned.");
});

test("the cohort is told by letter, and each letter has the session's calendar file", async ({ demo, signedIn }, info) => {
  const { page } = await signedIn("trainer");
  const number = project(info.project.name);
  const room = `Aula of ${info.project.name}`;
  await toPlan(page, demo.origin);
  await page.getByLabel("Day", { exact: true }).fill("2027-04-20");
  await page.getByLabel("Starts at").fill(`${9 + number}:00`.padStart(5, "0"));
  await page.getByLabel("Ends at").fill(`${10 + number}:00`);
  await page.getByLabel("Place", { exact: true }).fill(room);
  await expect(page.getByLabel("Tell the cohort by letter")).toBeChecked();
  await page.getByRole("button", { name: "Plan a session" }).click();
  await expect(page.getByRole("status")).toContainText("The session is planned.");
  const session = page.url().split("/").pop();

  await page.getByRole("link", { name: "Letters", exact: true }).click();
  await page.getByRole("link", { name: "Sessions", exact: true }).click();
  await expect(page.getByRole("row").filter({ hasText: "session planned" }).first()).toBeVisible();
  await page.getByRole("button", { name: "Show the letters to copy" }).click();
  const letter = page.locator("section").filter({ hasText: room }).first();
  await expect(letter.getByRole("textbox")).toHaveValue(new RegExp(`/sessions/${session}/calendar.ics`));
  const [file] = await Promise.all([page.waitForEvent("download"), letter.getByRole("link", { name: "Calendar file" }).click()]);
  const entry = (await readFile(await file.path())).toString();
  expect(uid(entry)?.trim()).toBe(`${session}@kaskada`);
  expect(entry).toContain("METHOD:PUBLISH");
});

test("a register is printed, and what was changed for the context is noted", { tag: "@once" }, async ({ demo, signedIn }, info) => {
  const { page } = await planned(await signedIn("trainer"), demo.origin, "2027-04-09", "Library");
  const register = await download(page, "Print the register");
  expect(register.subarray(0, 5).toString()).toBe("%PDF-");
  const file = info.outputPath("register.pdf");
  await writeFile(file, register);
  const text = execFileSync("pdftotext", ["-layout", file, "-"]).toString();
  for (const part of ["Attendance register", "9 April 2027", "Library", "Signature"]) expect(text).toContain(part);

  await page.getByLabel("What you changed, and why").fill("A case from our own <b>office</b>");
  await page.getByRole("button", { name: "Keep this note" }).click();
  await expect(page.getByRole("main")).toContainText("A case from our own <b>office</b>");
  await page.getByRole("button", { name: "Take back the note on The whole session" }).click();
  await expect(page.getByRole("status")).toContainText("The note is taken back.");
  await expect(page.getByText("A case from our own")).toHaveCount(0);
});

/** A number for each browser, so that their sessions are not at the same hours. */
function project(name: string): number {
  return ["hydrated", "without-javascript", "phone"].indexOf(name);
}

async function toPlan(page: Person["page"], origin: string): Promise<void> {
  await page.goto(`${origin}/cohorts`);
  await page.getByRole("main").getByRole("link", { name: COHORT }).first().click();
  await page.getByRole("link", { name: "Plan a session" }).click();
}

async function plan({ page }: Person, origin: string, day: string, place: string): Promise<void> {
  await toPlan(page, origin);
  await page.getByLabel("Day", { exact: true }).fill(day);
  await page.getByLabel("Place", { exact: true }).fill(place);
  await page.getByRole("button", { name: "Plan a session" }).click();
  await expect(page.getByRole("status")).toContainText("The session is planned.");
}

async function planned(trainer: Person, origin: string, day: string, place: string): Promise<Person> {
  await plan(trainer, origin, day, place);
  return trainer;
}

/** The colleague types what stands on the screen; a code that changed meanwhile is read again. */
async function checkIn(trainer: Person, { page }: Person, session: string): Promise<void> {
  const id = session.split("/").pop();
  await expect(async () => {
    await trainer.page.goto(`${session}/check-in`);
    const code = await trainer.page.locator(".check-in-digits").innerText();
    await page.goto(new URL(`/sessions/${id}/check-in`, session).href);
    await page.getByLabel("Code", { exact: true }).fill(code);
    await page.getByRole("button", { name: "I am here" }).click();
    await expect(page.getByText("You are recorded as present.")).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
}

async function download(page: Person["page"], name: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
  return readFile(await file.path());
}

async function calendar(page: Person["page"]): Promise<string> {
  return (await download(page, "Add to my calendar")).toString();
}

function uid(file: string): string | undefined {
  return file.match(/^UID:(.*)$/m)?.[1];
}
