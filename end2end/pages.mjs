// Walks a demo programme as a visitor and as every demo account, following
// links as a person could, and says of each page whether it answers, is valid
// HTML and keeps to the content security policy (no inline styles).
//   node end2end/pages.mjs target/debug/kaskada
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PASSWORD = "cascade-demo-2026";
const PEOPLE = ["visitor", "coordinator", "lead", "trainer", "learner", "partner", "observer"];
// Two of a kind show both ends of a list; more only take time.
const OF_ONE_KIND = 2;
const BATCH = 25;

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

async function walk(origin, person, problems) {
  const cookie = await signIn(origin, person);
  const folder = join(pages, person);
  mkdirSync(folder, { recursive: true });
  const waiting = [["/", "the start"]];
  const seen = new Set(["/"]);
  const ofKind = new Map();
  const saved = [];
  while (waiting.length > 0) {
    const [path, from] = waiting.shift();
    const answer = await fetch(origin + path, { headers: { cookie, accept: "text/html" } });
    if (!answer.ok) problems.push(`${person}: ${path} answers ${answer.status} (linked from ${from})`);
    const html = await answer.text();
    if (!answer.headers.get("content-type")?.startsWith("text/html")) continue;
    const file = join(folder, `${saved.length}.html`);
    writeFileSync(file, html);
    saved.push({ file, name: `${person}: ${path}` });
    const styled = html.match(/<[^>]+\sstyle="[^"]*"/);
    if (styled) problems.push(`${person}: ${path} has an inline style: ${styled[0]}`);
    for (const next of links(html, origin + path, origin)) {
      const count = ofKind.get(kind(next)) ?? 0;
      if (seen.has(next) || count >= OF_ONE_KIND) continue;
      seen.add(next);
      ofKind.set(kind(next), count + 1);
      waiting.push([next, path]);
    }
  }
  return saved;
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
