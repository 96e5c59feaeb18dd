import { expect, test } from "../fixtures/test.js";
import { part } from "../fixtures/unit.js";

test("everybody reads a unit without an account, a cookie or a script", async ({ empty, somebody }) => {
  const { page, context } = await somebody();
  const scripts: string[] = [];
  context.on("request", (request) => {
    if (/\.(js|wasm)$/.test(new URL(request.url()).pathname)) scripts.push(request.url());
  });
  await page.goto(`${empty.origin}/`);
  await page.getByRole("link", { name: "See the courses" }).click();
  await page.getByRole("main").getByRole("link", { name: "Internationalisation at Home" }).first().click();
  await page.getByRole("main").getByRole("link", { name: "From the mobile few to every student" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("From the mobile few to every student");
  await expect(part(page, "Content")).toContainText("A Tuesday in Vrelograd");
  await expect(part(page, "Thinking")).toContainText("Which of these best describes Internationalisation at Home?");
  await expect(page.getByRole("button", { name: "Check answer" })).toHaveCount(0);
  expect(await context.cookies()).toEqual([]);
  expect(scripts).toEqual([]);
});

test("neither the key of a question nor the trainer's side is in what a visitor gets", async ({ empty, somebody }) => {
  const visitor = await somebody();
  visitor.expectComplaint(/status of 404/);
  const { page } = visitor;
  const unit = `${empty.origin}/courses/iah/m1/mobile-few`;
  const html = await (await page.request.get(unit)).text();
  expect(html).not.toContain("That is mobility. It is useful");
  expect(html).not.toMatch(/\b873\b/);
  expect(html).not.toContain("Begin with Lejla");
  for (const address of [`${unit}?view=trainer`, `${empty.origin}/courses/iah/t0/fixed-and-free`]) {
    const answer = await page.goto(address);
    expect([303, 403, 404], address).toContain(answer?.request().redirectedFrom() ? 303 : answer?.status());
    await expect(page.getByRole("main")).not.toContainText("Begin with Lejla");
  }
});
