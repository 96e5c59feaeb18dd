import type { Page } from "@playwright/test";
import {
  addInstitution,
  copyLetter,
  createCohort,
  inviteTrainer,
  join,
  PASSWORD,
  pasteList,
  setUp,
  takeInvitation,
  trainerOf,
} from "../fixtures/programme.js";
import { expect, signIn, test } from "../fixtures/test.js";

const UNIVERSITY = "University of Vrelograd";
const LEJLA = "lejla.begovic@uni-vrelograd.example";
const EMIR = "Emir Begić emir.begic@uni-vrelograd.example";

test("a mail scanner that follows an invitation uses nothing up", { tag: "@once" }, async ({ empty, somebody, request }) => {
  const [mira, lejla, stranger] = [await somebody(), await somebody(), await somebody()];
  stranger.expectComplaint(/status of 410/);
  await setUp(empty, mira);
  await addInstitution(empty, mira, UNIVERSITY);
  await openInstitution(empty.origin, mira.page);
  await inviteTrainer(mira, "Lejla Begović", LEJLA);
  const link = await copyLetter(empty, mira);
  for (let times = 0; times < 5; times += 1) {
    expect((await request.head(link)).status()).toBe(200);
    const looked = await request.get(link);
    expect(looked.headers()["set-cookie"] ?? "").not.toContain("kaskada=");
    expect(await looked.text()).toContain("Set password and join");
  }
  await mira.page.goto(`${empty.origin}/outbox`);
  await expect(mira.page.getByRole("row", { name: "Lejla Begović" })).toContainText("Send again");
  await takeInvitation(lejla, link);
  await stranger.page.goto(link);
  await expect(stranger.page.getByRole("heading", { level: 1 })).toHaveText("This invitation was accepted already");
  await stranger.look();
});

test("an invitation sent again replaces its link, and one taken back opens nothing", { tag: "@once" }, async ({ empty, somebody }) => {
  const [mira, visitor] = [await somebody(), await somebody()];
  visitor.expectComplaint(/status of 4\d\d/);
  await setUp(empty, mira);
  await addInstitution(empty, mira, UNIVERSITY);
  await openInstitution(empty.origin, mira.page);
  await inviteTrainer(mira, "Lejla Begović", LEJLA);
  const first = await copyLetter(empty, mira);
  await mira.page.goto(`${empty.origin}/outbox`);
  await mira.page.getByRole("button", { name: "Send again Lejla Begović" }).first().click();
  await expect(mira.page.getByRole("status")).toContainText("One invitation is on its way.");
  const second = await copyLetter(empty, mira);
  expect(second).not.toBe(first);
  const says = async (address: string, words: string) => {
    await visitor.page.goto(address);
    await expect(visitor.page.getByRole("heading", { level: 1 })).toHaveText(words);
  };
  await says(first, "This link opens nothing");
  await says(second, `Join ${UNIVERSITY}`);
  await mira.page.goto(`${empty.origin}/outbox`);
  await mira.page.getByRole("button", { name: "Take back Lejla Begović" }).first().click();
  await expect(mira.page.getByRole("status")).toContainText("The invitation was taken back.");
  await says(second, "This invitation was taken back");
  for (const made of [second.slice(0, -1), `${empty.origin}/invitations/x`, `${empty.origin}/invitations/%00%F0%9F`]) {
    expect((await visitor.page.goto(made))?.status(), made).toBeGreaterThanOrEqual(400);
    await expect(visitor.page.getByRole("main")).toBeVisible();
  }
});

test("a code of a slip opens one account, once, and a wrong one says so beside the field", {
  tag: "@once",
}, async ({ empty, somebody }) => {
  const [lejla, emir, stranger] = [await somebody(), await somebody(), await somebody()];
  stranger.expectComplaint(/status of 4\d\d/);
  await trainerOf(empty, UNIVERSITY, await somebody(), lejla);
  await createCohort(lejla, "Slips");
  await pasteList(lejla, EMIR);
  await lejla.page.getByRole("button", { name: "Enrol 1 colleague and print a slip" }).click();
  await lejla.page.getByRole("link", { name: "Print slips" }).click();
  await lejla.page.getByRole("button", { name: "Make one slip" }).click();
  const code = (await lejla.page.locator(".slip-code").innerText()).trim();
  await join(empty, emir, code);
  for (const [typed, answer] of [
    [code, "This invitation was accepted already"],
    ["AAAA-AAAA", "This code opens nothing."],
    ["‮' or 1=1 --", "This code opens nothing."],
  ]) {
    await stranger.page.goto(`${empty.origin}/join`);
    await stranger.page.getByLabel("Code").fill(typed);
    await stranger.page.getByRole("button", { name: "Continue" }).click();
    await expect(stranger.page.getByRole("main")).toContainText(answer);
    await stranger.look();
  }
});

test("a form sent from another site is refused and changes nothing", { tag: "@once" }, async ({ empty, somebody }) => {
  const mira = await somebody();
  await setUp(empty, mira);
  const { request } = mira.page;
  const sender = { email: "mira@coordination.example", password: PASSWORD };
  const form = { name: "Intruder", kind: "university", place: "", country: "", ...sender };
  for (const origin of ["https://evil.example", "null"]) {
    for (const path of ["/programme/institutions/new", "/sign-out", "/sign-in", "/account/name"]) {
      const answer = await request.post(empty.origin + path, { form, headers: { origin }, maxRedirects: 0 });
      expect(answer.status(), `${path} from ${origin}`).toBe(403);
    }
  }
  await mira.page.goto(`${empty.origin}/account`);
  await expect(mira.page.getByLabel("Name", { exact: true })).toHaveValue("Mira Kovačević");
  await mira.page.goto(`${empty.origin}/programme`);
  await expect(mira.page.getByRole("main")).not.toContainText("Intruder");
  await signIn(await somebody(), empty, "mira@coordination.example", PASSWORD);
});

async function openInstitution(origin: string, page: Page): Promise<void> {
  await page.goto(`${origin}/programme`);
  await page.getByRole("table").getByRole("link", { name: UNIVERSITY }).click();
}
