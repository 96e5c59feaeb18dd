import { expect, type Locator, type Page } from "@playwright/test";
import { DEMO_PASSWORD, test } from "../fixtures/test.js";
import { question } from "../fixtures/unit.js";

const UNIT = "/courses/iah/m1/mobile-few";
const BEST = "Which of these best describes Internationalisation at Home?";
const PROMPT = "Which of your D marks happened by accident?";
const MANY_STOPS = 120;

test("a unit is taken without touching a mouse", { tag: ["@keyboard", "@once"] }, async ({ demo, somebody }) => {
  const { page } = await somebody();
  await signInByKeyboard(page, demo.origin, "observer");
  await page.goto(demo.origin + UNIT);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await reach(page, question(page, BEST).getByRole("radio").first());
  await page.keyboard.press("ArrowDown");
  await expect(question(page, BEST).getByRole("radio").nth(1)).toBeChecked();
  await reach(page, question(page, BEST).getByRole("button", { name: "Check answer" }));
  await page.keyboard.press("Enter");
  await expect(question(page, BEST).getByRole("status")).toContainText(/Right|Not right/);
  await page.reload();
  const form = page.locator("form").filter({ has: page.getByLabel(PROMPT) });
  await reach(page, form.getByLabel(PROMPT));
  await page.keyboard.type("Written without a mouse.");
  await reach(page, form.getByRole("button", { name: "Save" }));
  await page.keyboard.press("Space");
  await expect(form.getByRole("status")).toContainText(/Saved \d/);
});

test("a list is enrolled without touching a mouse", { tag: ["@keyboard", "@once"] }, async ({ demo, somebody }) => {
  const { page } = await somebody();
  await signInByKeyboard(page, demo.origin, "trainer");
  const banner = page.getByRole("banner");
  await follow(page, banner.getByRole("link", { name: "Cohorts" }));
  await follow(page, page.getByRole("table").getByRole("link").first());
  await follow(page, page.getByRole("main").getByRole("link", { name: "Enrol colleagues" }));
  await reach(page, page.getByLabel("Names and addresses"));
  await page.keyboard.insertText("Vesna Nikolić vesna.nikolic@tirana.example\nWithout Address");
  await follow(page, page.getByRole("button", { name: "Check the list" }));
  await expect(page.getByText("1 ready")).toBeVisible();
  await reach(page, page.getByLabel("E-mail in row 2"));
  await page.keyboard.type("with.address@tirana.example");
  await follow(page, page.getByRole("button", { name: "Check again" }));
  await expect(page.getByText("2 ready")).toBeVisible();
  await follow(page, page.getByRole("button", { name: "Enrol 2 colleagues and print slips" }));
  await expect(page.getByRole("status")).toContainText("2 colleagues are enrolled.");
});

test("a cascade is walked as a tree, without touching a mouse", { tag: ["@keyboard", "@once"] }, async ({ demo, somebody }) => {
  const person = await somebody();
  const { page } = person;
  await signInByKeyboard(page, demo.origin, "lead");
  await follow(page, page.getByRole("banner").getByRole("link", { name: "Institution" }));
  await follow(page, page.getByRole("main").getByRole("link", { name: "Who trained whom" }));
  const tree = page.getByRole("tree", { name: "As a list" });
  await expect(tree).toBeVisible();
  const item = (name: RegExp) => tree.getByRole("treeitem", { name });
  const first = tree.getByRole("treeitem").first();
  await reach(page, first);
  await expect(first).toHaveAttribute("aria-level", "1");
  await expect(first).toHaveAttribute("aria-expanded", "true");
  await expect(tree.locator("[role=treeitem][tabindex='0']")).toHaveCount(1);
  const press = async (key: string, at: Locator) => {
    await page.keyboard.press(key);
    await expect(at).toBeFocused();
    expect(await page.evaluate(unseenFocus), `focus after ${key}`).toBe("");
  };
  // Into the branch, along it, and back out; a closed branch is stepped over.
  const alketa = item(/^Alketa Shala/);
  await press("ArrowRight", alketa);
  await expect(alketa).toHaveAttribute("aria-level", "2");
  await press("ArrowLeft", alketa);
  await expect(alketa).toHaveAttribute("aria-expanded", "false");
  await press("ArrowDown", item(/^Bashkim Lama/));
  await press("ArrowUp", alketa);
  await press("ArrowLeft", first);
  // By the first letters of a name, and from one end to the other.
  await page.keyboard.type("ge");
  await expect(item(/^Genc Malaj/)).toBeFocused();
  const last = item(/finished with no recorded trainer/);
  await press("End", last);
  await press("ArrowDown", last);
  await press("Home", first);
  // A group opens, its people are one level down, and all siblings open at once.
  await page.keyboard.type("bash");
  await press("ArrowRight", item(/^13 colleagues/));
  const group = item(/^13 colleagues/);
  await expect(group).toHaveAttribute("aria-expanded", "false");
  await press("ArrowRight", group);
  const colleague = group.getByRole("treeitem").first();
  await expect(colleague).toBeVisible();
  await press("ArrowRight", colleague);
  await expect(colleague).toHaveAttribute("aria-level", "4");
  await press("ArrowLeft", group);
  await press("Space", group);
  await expect(colleague).toBeHidden();
  await press("*", group);
  await expect(colleague).toBeVisible();
  await person.look();
  // Once in the tree, tab goes to the links of the line and then out of it; Enter follows the name.
  await press("ArrowDown", colleague);
  const name = await colleague.getByRole("link").innerText();
  await page.keyboard.press("Tab");
  await expect(colleague.getByRole("link")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(tree.locator(":focus")).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(colleague).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
});

async function signInByKeyboard(page: Page, origin: string, name: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await reach(page, page.getByLabel("E-mail"));
  await page.keyboard.type(`${name}@demo.example`);
  await reach(page, page.getByLabel("Password"));
  await page.keyboard.type(DEMO_PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Welcome");
}

/** Goes on with the tab key until this has the focus, and every stop on the way can be seen. */
async function reach(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let stops = 0; stops < MANY_STOPS; stops += 1) {
    await page.keyboard.press("Tab");
    const unseen = await page.evaluate(unseenFocus);
    expect(unseen, `focus on ${page.url()}`).toBe("");
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`the tab key never reaches ${wanted}`);
}

async function follow(page: Page, wanted: Locator): Promise<void> {
  await reach(page, wanted);
  await Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("Enter")]);
}

// What has the focus without a sign of it, or outside the window; nothing when all is well.
function unseenFocus(): string {
  const focused = document.activeElement;
  // The pieces of a date, and the button of its calendar, show their focus inside the field.
  if (!focused || focused === document.body || focused.matches("input[type=date]")) return "";
  const shown = (element: Element) => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
  };
  // An item of a tree shows it on its own line, not around the whole branch.
  const line = focused.matches("[role=treeitem]") ? focused.firstElementChild : null;
  const around = line ?? focused.closest("label");
  const { bottom, top, height } = (line ?? focused).getBoundingClientRect();
  const inside = height === 0 || (bottom > 0 && top < window.innerHeight);
  return inside && (shown(focused) || (around !== null && shown(around))) ? "" : focused.outerHTML.slice(0, 200);
}
