import { type Person } from "../fixtures/person.js";
import { PASSWORD, setUp } from "../fixtures/programme.js";
import { expect, signIn, test } from "../fixtures/test.js";

async function refused({ page }: Person, email: string, password: string): Promise<string> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await expect(page.getByLabel("Password")).toHaveValue("");
  return page.getByRole("main").innerText();
}

test("a wrong password and an unknown address get the same answer", async ({ empty, somebody }) => {
  await setUp(empty, await somebody());
  const stranger = await somebody();
  await stranger.page.goto(`${empty.origin}/sign-in`);
  const wrong = await refused(stranger, "mira@coordination.example", "not her password");
  await stranger.look();
  const unknown = await refused(stranger, "nobody@coordination.example", "not her password");
  expect(unknown).toBe(wrong);
});

test("guessing at one account is slowed down, and says so", async ({ empty, somebody }) => {
  await setUp(empty, await somebody());
  const stranger = await somebody();
  stranger.expectComplaint(/status of 429/);
  const guess = () =>
    stranger.page.request.post(`${empty.origin}/sign-in`, {
      form: { email: "mira@coordination.example", password: "a guess at it" },
      maxRedirects: 0,
    });
  let answer = await guess();
  for (let n = 0; n < 20 && answer.status() !== 429; n += 1) answer = await guess();
  expect(answer.status()).toBe(429);
  expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(0);
});

test("signing in leads to the page that was asked for, signing out ends it", async ({ empty, somebody }) => {
  await setUp(empty, await somebody());
  const mira = await somebody();
  await mira.page.goto(`${empty.origin}/account`);
  await expect(mira.page).toHaveURL(/\/sign-in\?next=/);
  await mira.page.getByLabel("E-mail").fill("Mira@Coordination.example");
  await mira.page.getByLabel("Password").fill(PASSWORD);
  await mira.page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(mira.page).toHaveURL(`${empty.origin}/account`);
  await mira.page.getByRole("main").getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(mira.page).not.toHaveURL(/account/);
  await mira.page.goto(`${empty.origin}/account`);
  await expect(mira.page).toHaveURL(/\/sign-in\?next=/);
});

test("a setup link opens one programme, once", async ({ empty, somebody }) => {
  const link = await empty.setupLink();
  await setUp(empty, await somebody(), link);
  const stranger = await somebody();
  stranger.expectComplaint(/status of 404/);
  await stranger.page.goto(link);
  await expect(stranger.page.getByRole("heading", { level: 1 })).toHaveText("This address opens nothing");
  await signIn(stranger, empty, "mira@coordination.example", PASSWORD);
});

test("another password ends the sign-ins of other browsers", async ({ empty, somebody }) => {
  const here = await somebody();
  await setUp(empty, here);
  const elsewhere = await somebody();
  await signIn(elsewhere, empty, "mira@coordination.example", PASSWORD);
  await here.page.goto(`${empty.origin}/account`);
  await here.page.getByLabel("Present password").fill(PASSWORD);
  await here.page.getByLabel("New password").fill("four other words");
  await here.page.getByRole("button", { name: "Change password" }).click();
  await expect(here.page.getByRole("status")).toContainText("Your password is changed.");
  await elsewhere.page.goto(`${empty.origin}/account`);
  await expect(elsewhere.page).toHaveURL(/\/sign-in\?next=/);
});
