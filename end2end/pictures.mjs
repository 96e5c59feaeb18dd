// Takes the README's pictures of a demonstration that is served already, with Debian's Chromium.
//   node end2end/pictures.mjs http://127.0.0.1:3000
import { chromium } from "@playwright/test";
import { fileURLToPath } from "node:url";

const PASSWORD = "cascade-demo-2026";
const origin = process.argv[2];
if (!origin) {
  console.error("Say where the demonstration is served: node end2end/pictures.mjs http://127.0.0.1:3000");
  process.exit(2);
}

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });

/** A page of somebody who signed in. */
async function signedIn(name) {
  const context = await browser.newContext({ viewport: { width: 1120, height: 760 }, locale: "en-GB", reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel("E-mail").fill(`${name}@demo.example`);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  return page;
}

async function take(page, name) {
  const path = fileURLToPath(new URL(`pictures/${name}.png`, import.meta.url));
  await page.screenshot({ path });
  console.log(path);
}

const coordinator = await signedIn("coordinator");
// Tall enough for the table of institutions.
await coordinator.setViewportSize({ width: 1120, height: 1560 });
await coordinator.goto(`${origin}/programme`);
await take(coordinator, "programme");

await coordinator.setViewportSize({ width: 1120, height: 900 });
await coordinator.getByRole("link", { name: "Who trained whom" }).click();
await coordinator.getByRole("link", { name: "University of Tirana" }).first().click();
await coordinator.waitForLoadState();
await take(coordinator, "cascade");

const learner = await signedIn("learner");
await learner.goto(`${origin}/courses/iah/m1/mobile-few`);
await take(learner, "unit");

const trainer = await signedIn("trainer");
await trainer.goto(`${origin}/cohorts`);
await trainer.getByRole("main").getByRole("table").getByRole("link").first().click();
await trainer.getByRole("link", { name: "Enrol colleagues" }).first().click();
await trainer.getByLabel("Names and addresses").fill(
  [
    "Arta Hoxha <arta.hoxha@tirana.example>",
    '"Begić, Emir" <emir.begic@tirana.example>; lejla.kovac@tirana.example',
    "Ђорђе Петровић\tdjordje.petrovic@tirana.example",
    "Ëndërr Çela endrr.cela.tirana.example",
    "Besnik Lleshi besnik.lleshi@tirana.example",
  ].join("\n"),
);
await trainer.getByRole("button", { name: "Check the list" }).click();
await trainer.waitForLoadState();
await take(trainer, "enrol");

await browser.close();
