import { expect, test } from "../fixtures/test.js";

for (const [language, title] of [
  ["Shqip", "sq"],
  ["Bosanski", "bs"],
]) {
  test(`the interface turns to ${language} and stays at the same place`, async ({ empty, somebody }) => {
    const { page } = await somebody();
    const address = `${empty.origin}/courses/iah/m1/mobile-few?from=a%20list`;
    await page.goto(address);
    const english = await page.getByRole("navigation", { name: "Main menu" }).innerText();
    await page.getByRole("banner").locator("summary").filter({ hasText: "English" }).click();
    await page.getByRole("button", { name: language }).click();
    await expect(page).toHaveURL(address);
    await expect(page.locator("html")).toHaveAttribute("lang", title);
    expect(await page.getByRole("banner").getByRole("navigation").innerText()).not.toBe(english);
    await page.goto(`${empty.origin}/courses`);
    await expect(page.locator("html")).toHaveAttribute("lang", title);
  });
}

test("the browser's language is the first one", async ({ browser, empty }) => {
  const context = await browser.newContext({ locale: "sq-AL" });
  const page = await context.newPage();
  await page.goto(`${empty.origin}/courses`);
  await expect(page.locator("html")).toHaveAttribute("lang", "sq");
  await context.close();
});

test("an address that names nothing says so", async ({ empty, somebody }) => {
  const visitor = await somebody();
  visitor.expectComplaint(/status of 404/);
  await visitor.page.goto(`${empty.origin}/nothing`);
  await expect(visitor.page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
});
