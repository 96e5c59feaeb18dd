import type { Person } from "../fixtures/person.js";
import { csvRows, download, sheetText } from "../fixtures/files.js";
import { FILES, HOSTILE_LIST } from "../fixtures/lists.js";
import { copyLetter, createCohort, inviteTrainer, pasteList, takeInvitation, trainerOf } from "../fixtures/programme.js";
import { expect, test } from "../fixtures/test.js";

const UNIVERSITY = "University of Vrelograd";
const AT = "@uni-vrelograd.example";
const THREE = `Arta Hoxha arta${AT}\nEmir Begić emir${AT}\nЂорђе Петровић djordje${AT}`;

test("hostile and damaged rows are shown as text, told apart, and never reach a spreadsheet as formulas", {
  tag: "@once",
}, async ({ empty, somebody }) => {
  const lejla = await somebody();
  const { page } = lejla;
  await trainerOf(empty, UNIVERSITY, await somebody(), lejla);
  await createCohort(lejla, "Odd names");
  await pasteList(lejla, HOSTILE_LIST);
  await expect(page).toHaveTitle(/Kaskada/);
  await expect(page.getByRole("main")).toContainText("A sign before the name was taken off.");
  await expect(page.getByRole("main")).toContainText("The name is longer than 300 characters.");
  await expect(page.getByRole("main")).toContainText("The name was damaged when it was copied. Type it again.");
  await expect(page.getByRole("main")).toContainText("Row 5 has the same address or the same person.");
  await expect(page.getByRole("main")).toContainText("The address has more than one @.");
  await expect(page.getByText("4 to fix")).toBeVisible();
  await lejla.look();
  await page.getByRole("button", { name: /^Enrol \d+ colleagues and print slips$/ }).click();
  await expect(page.getByRole("main")).toContainText("4 to fix");
  await lejla.look();
  await page.getByRole("link", { name: "Go to the cohort" }).click();
  await expect(page.getByRole("rowheader", { name: "Ђ".repeat(300) })).toBeVisible();
  const rows = csvRows((await download(page.getByRole("link", { name: "CSV" }))).bytes);
  expect(rows.length).toBeGreaterThan(5);
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]|[\u202a-\u202e\0]/);
});

test("a list comes in from files as programs of the region write them", { tag: "@once" }, async ({ empty, somebody }) => {
  const lejla = await somebody();
  lejla.expectComplaint(/status of 422/);
  const { page } = lejla;
  await trainerOf(empty, UNIVERSITY, await somebody(), lejla);
  await createCohort(lejla, "From files");
  const address = page.url();
  for (const [name, buffer] of Object.entries(FILES)) {
    await chooseFile(lejla, address, `${name}.csv`, buffer);
    await expect(page.getByText("3 ready")).toBeVisible();
    for (const colleague of ["Šemso Đurić", "Žana Čović", "Üllar Pápa"]) {
      await expect(page.locator(`input[value="${colleague}"]`), `${colleague} in ${name}`).toBeVisible();
    }
    await page.getByRole("button", { name: "Start again" }).click();
    await expect(page.getByText("3 ready")).toHaveCount(0);
  }
  await chooseFile(lejla, address, "list.pdf", Buffer.from("%PDF-1.7 not a list"));
  await expect(page.getByRole("main")).toContainText("This is a PDF. Open it, copy the rows, and paste them.");
  await lejla.look();
  await chooseFile(lejla, address, "list.csv", FILES.utf8);
  await page.getByRole("button", { name: "Enrol 3 colleagues and print slips" }).click();
  await page.getByRole("link", { name: "Go to the cohort" }).click();
  const workbook = await download(page.getByRole("link", { name: "Excel" }));
  expect(sheetText(workbook.bytes)).toContain("Žana Čović");
  await createCohort(lejla, "From the workbook of another");
  await chooseFile(lejla, page.url(), workbook.name, workbook.bytes);
  await expect(page.getByText("3 ready")).toBeVisible();
});

test("the same list again changes nothing, and an enrolment can be undone", { tag: "@once" }, async ({ empty, somebody }) => {
  const [mira, lejla] = [await somebody(), await somebody()];
  const { page } = lejla;
  await trainerOf(empty, UNIVERSITY, mira, lejla);
  await createCohort(lejla, "Twice");
  const cohort = page.url();
  await pasteList(lejla, THREE);
  await page.getByRole("button", { name: "Enrol 3 colleagues and print slips" }).click();
  await expect(page.getByRole("status")).toContainText("3 colleagues are enrolled.");
  const result = page.url();
  await page.goto(cohort);
  await pasteList(lejla, THREE);
  await expect(page.getByText("3 already enrolled")).toBeVisible();
  await expect(page.getByText("Nobody is ready to be enrolled yet.")).toBeVisible();
  await page.goto(result);
  await page.getByRole("button", { name: "Undo this enrolment" }).click();
  await expect(page.getByRole("status")).toContainText("The enrolment is undone. Its invitations open nothing now.");
  await expect(page.getByRole("button", { name: "Undo this enrolment" })).toHaveCount(0);
  await page.goto(cohort);
  await expect(page.getByRole("main")).toContainText("Nobody is enrolled yet.");
  await mira.page.goto(`${empty.origin}/programme`);
  await expect(mira.page.getByRole("row", { name: UNIVERSITY })).toContainText("20 to go");
});

test("of two people at one cohort the second is told, and keeps what they typed", { tag: "@once" }, async ({ empty, somebody }) => {
  const [mira, lejla, nermin] = [await somebody(), await somebody(), await somebody()];
  await trainerOf(empty, UNIVERSITY, mira, lejla);
  await createCohort(lejla, "Together");
  const cohort = lejla.page.url();
  await secondTrainer(empty.origin, mira, nermin, async () => copyLetter(empty, mira));
  await lejla.page.goto(`${cohort}/edit`);
  await lejla.page.getByLabel("Trainer to add").selectOption({ label: "Nermin Hadžić" });
  await lejla.page.getByRole("button", { name: "Add this trainer" }).click();

  for (const { page } of [lejla, nermin]) await page.goto(`${cohort}/edit`);
  await lejla.page.getByLabel("Title").fill("Autumn, together");
  await lejla.page.getByRole("button", { name: "Save the title" }).click();
  await nermin.page.getByLabel("Title").fill("Everybody in autumn");
  await nermin.page.getByRole("button", { name: "Save the title" }).click();
  await expect(nermin.page.getByRole("main")).toContainText("Somebody else changed the title meanwhile");
  await expect(nermin.page.getByLabel("Title")).toHaveValue("Everybody in autumn");
  await expect(nermin.page.getByRole("navigation", { name: "You are here" })).toContainText("Autumn, together");
  await nermin.look();
  await nermin.page.getByRole("button", { name: "Save the title" }).click();
  await expect(nermin.page.getByRole("heading", { level: 1 })).toHaveText("Everybody in autumn");

  for (const [person, list] of [[lejla, THREE], [nermin, `${THREE}\nVesna Nikolić vesna${AT}`]] as const) {
    await person.page.goto(cohort);
    await pasteList(person, list);
  }
  await expect(nermin.page.getByText("Lejla Begović is preparing a list for this cohort too")).toBeVisible();
  await lejla.page.getByRole("button", { name: "Enrol 3 colleagues and print slips" }).click();
  await expect(lejla.page.getByRole("status")).toContainText("3 colleagues are enrolled.");
  await nermin.page.getByRole("button", { name: "Enrol 4 colleagues and print slips" }).click();
  await expect(nermin.page.getByRole("main")).toContainText("Nothing is enrolled yet, because the list or the cohort");
  await expect(nermin.page.getByRole("main")).toContainText("now 1 row is ready");
  await expect(nermin.page.getByText("3 already enrolled")).toBeVisible();
});

test("ten thousand rows are checked and enrolled at once", { tag: "@once" }, async ({ empty, somebody }) => {
  const lejla = await somebody();
  const { page } = lejla;
  page.setDefaultTimeout(60_000);
  await trainerOf(empty, UNIVERSITY, await somebody(), lejla);
  await createCohort(lejla, "The whole university");
  const row = (_: unknown, n: number) => `Colleague${n} Surname${n}\tcolleague${n}${AT}`;
  await page.getByRole("link", { name: "Enrol colleagues" }).first().click();
  // Typed at once, as a paste is; the driver's own way takes seconds for so much text.
  const list = Array.from({ length: 10_000 }, row).join("\n");
  await page.getByLabel("Names and addresses").evaluate((area: HTMLTextAreaElement, text) => (area.value = text), list);
  await page.getByRole("button", { name: "Check the list" }).click();
  await expect(page.getByText("10000 ready")).toBeVisible();
  await page.getByRole("button", { name: "Enrol 10000 colleagues, invite later" }).click();
  await expect(page.getByRole("status")).toContainText("10000 colleagues are enrolled.");
  await page.getByRole("link", { name: "Go to the cohort" }).click();
  await expect(page.getByRole("main")).toContainText("0 of 10000 started");
});

async function chooseFile({ page }: Person, cohort: string, name: string, buffer: Buffer): Promise<void> {
  await page.goto(`${cohort}/enrol`);
  await page.getByLabel("Or a file").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await page.getByRole("button", { name: "Check the list" }).click();
}

async function secondTrainer(
  origin: string,
  coordinator: Person,
  trainer: Person,
  letter: () => Promise<string>,
): Promise<void> {
  await coordinator.page.goto(`${origin}/programme`);
  await coordinator.page.getByRole("table").getByRole("link", { name: UNIVERSITY }).click();
  await inviteTrainer(coordinator, "Nermin Hadžić", `nermin.hadzic${AT}`);
  await takeInvitation(trainer, await letter());
}
