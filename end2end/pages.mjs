// Walks a demo programme as a visitor and as every demo account, following
// links as a person could, and says of each page whether it answers, is valid
// HTML and keeps to the content security policy (no inline styles), and of each
// link whether it leads somewhere. What was found in English is looked at once
// more in the other languages.
//   node end2end/pages.mjs target/debug/kaskada
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PASSWORD = "cascade-demo-2026";
const PEOPLE = ["visitor", "coordinator", "lead", "trainer", "trainer.tuzla", "learner", "partner", "observer"];
const OTHER_LANGUAGES = ["sq", "bs"];
// Two of a kind show both ends of a list; more only take time.
const OF_ONE_KIND = 2;
const BATCH = 150;

const vnu = fileURLToPath(new URL("node_modules/vnu-jar/build/dist/vnu.jar", import.meta.url));
const pages = fileURLToPath(new URL("../target/pages", import.meta.url));

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function startDemo(binary, data) {
  const address = `127.0.0.1:${await freePort()}`;
  const server = spawn(binary, ["demo", "--data", data, "--listen", address], { stdio: ["ignore", "ignore", "inherit"] });
  const origin = `http://${address}`;
  for (let second = 0; second < 120; second += 1) {
    if (server.exitCode !== null) throw new Error(`the demo ended with status ${server.exitCode}`);
    const answer = await fetch(`${origin}/healthz`).catch(() => null);
    if (answer?.ok) return { server, origin };
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  server.kill();
  throw new Error("the demo did not answer within two minutes");
}

async function signIn(origin, person) {
  if (person === "visitor") return "";
  const answer = await fetch(`${origin}/sign-in`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ email: `${person}@demo.example`, password: PASSWORD }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (answer.status !== 303 || cookies.length === 0) {
    throw new Error(`${person} could not sign in (status ${answer.status})`);
  }
  return cookies.join("; ");
}

// Addresses that differ only in whom or what they name are of one kind.
function kind(path) {
  return path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "*")
    .replace(/^(\/courses\/[^/]+)\/.*/, (_, course) => `${course}/${"*/".repeat(path.split("/").length - 3)}`)
    .replace(/\d+/g, "*");
}

function links(html, from, origin) {
  return [...html.matchAll(/<a\b[^>]*?\shref="([^"]+)"/g)]
    .map(([, href]) => new URL(href.replaceAll("&amp;", "&"), from))
    .filter((url) => url.origin === origin)
    .map((url) => url.pathname + url.search);
}

// The account's language where there is one, the browser's choice where there is none.
async function speak(language, origin, cookie) {
  const answer = await fetch(`${origin}/language`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie },
    body: new URLSearchParams({ language, back: "/" }),
  });
  const chosen = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
  return [cookie.replace(/(; )?kaskada_language=\w+/, ""), ...chosen].filter(Boolean).join("; ");
}

// One person's walk; every page goes into its own file, for vnu.
class Walk {
  saved = [];
  // Answers by path, so that a link seen twice is asked once.
  answers = new Map();
  // One path of each kind of page, with what stood on it.
  kinds = new Map();

  constructor(origin, person, cookie, problems) {
    Object.assign(this, { origin, person, cookie, problems });
    this.folder = join(pages, person);
    mkdirSync(this.folder, { recursive: true });
  }

  // The page at `path`, or undefined when it is no page; says so when nothing is there.
  async get(path, from) {
    if (this.answers.has(path)) return this.answers.get(path);
    const answer = await fetch(this.origin + path, { headers: { cookie: this.cookie, accept: "text/html" } });
    if (!answer.ok) this.problems.push(`${this.person}: ${path} answers ${answer.status} (linked from ${from})`);
    const text = await answer.text();
    const html = answer.headers.get("content-type")?.startsWith("text/html") ? text : undefined;
    this.answers.set(path, html);
    return html;
  }

  keep(path, html, language) {
    const name = `${this.person}: ${path} in ${language}`;
    const file = join(this.folder, `${this.saved.length}.html`);
    writeFileSync(file, html);
    this.saved.push({ file, name });
    const styled = html.match(/<[^>]+\sstyle="[^"]*"/);
    if (styled) this.problems.push(`${name} has an inline style: ${styled[0]}`);
    if (!html.includes(`<html lang="${language}"`)) this.problems.push(`${name} is in another language`);
    for (const [, id] of html.matchAll(/\shref="#([^"]+)"/g)) {
      if (!html.includes(` id="${id}"`)) this.problems.push(`${name} leads to #${id}, which is not there`);
    }
  }

  async inEnglish() {
    this.cookie = await speak("en", this.origin, this.cookie);
    const waiting = [["/", "the start"]];
    while (waiting.length > 0) {
      const [path, from] = waiting.shift();
      const of = this.kinds.get(kind(path)) ?? [];
      const html = await this.get(path, from);
      if (html === undefined || of.length >= OF_ONE_KIND || of.includes(path)) continue;
      this.kinds.set(kind(path), [...of, path]);
      this.keep(path, html, "en");
      for (const next of links(html, this.origin + path, this.origin)) {
        if (!this.answers.has(next)) waiting.push([next, path]);
      }
    }
  }

  async inOtherLanguages() {
    for (const language of OTHER_LANGUAGES) {
      this.cookie = await speak(language, this.origin, this.cookie);
      this.answers.clear();
      for (const [path] of this.kinds.values()) {
        this.keep(path, (await this.get(path, "its page in English")) ?? "", language);
      }
    }
  }
}

async function walk(origin, person, problems) {
  const walk = new Walk(origin, person, await signIn(origin, person), problems);
  await walk.inEnglish();
  await walk.inOtherLanguages();
  return walk.saved;
}

// vnu writes its findings to standard error and ends with status 1 when there are any.
function check(saved, problems) {
  for (let start = 0; start < saved.length; start += BATCH) {
    const batch = saved.slice(start, start + BATCH);
    const files = batch.map(({ file }) => file);
    const report = execFileSync(
      "java",
      ["-jar", vnu, "--errors-only", "--exit-zero-always", "--stdout", "--format", "json", ...files],
      { encoding: "utf8", maxBuffer: 1 << 28 },
    );
    for (const { url, lastLine, message, extract } of JSON.parse(report).messages) {
      const page = batch.find(({ file }) => url?.endsWith(file));
      problems.push(`${page?.name ?? url}, line ${lastLine}: ${message} ${extract ?? ""}`.trim());
    }
  }
}

const data = mkdtempSync(join(tmpdir(), "kaskada-pages-"));
rmSync(pages, { recursive: true, force: true });
const problems = [];
const saved = [];
let demo;
try {
  demo = await startDemo(process.argv[2], data);
  for (const person of PEOPLE) saved.push(...(await walk(demo.origin, person, problems)));
  check(saved, problems);
} catch (error) {
  problems.push(error.message);
} finally {
  demo?.server.kill();
  rmSync(data, { recursive: true, force: true });
}
for (const problem of new Set(problems)) console.error(problem);
console.log(`${saved.length} pages looked at, ${problems.length} problems`);
process.exitCode = problems.length > 0 || saved.length === 0 ? 1 : 0;
