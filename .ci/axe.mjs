// Opens HTML files in headless Chromium, offline, and lists what axe-core finds against accessibility in each.
// node .ci/axe.mjs FILE.html...   with axe-core and playwright-core in NODE_MODULES and Chromium in CHROMIUM
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const load = createRequire(process.env.NODE_MODULES + "/");
const { chromium } = load("playwright-core");
const axe = readFileSync(load.resolve("axe-core/axe.min.js"), "utf8");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
const page = await browser.newPage();
const asked = [];
page.on("request", (request) => asked.push(request.url()));

let faults = 0;
for (const file of process.argv.slice(2)) {
  const address = pathToFileURL(resolve(file)).href;
  asked.length = 0;
  await page.goto(address);
  for (const other of asked.filter((url) => url !== address)) {
    console.log(`${file}: loads ${other}, and should open offline`);
    faults += 1;
  }
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => window.axe.run());
  for (const { id, help, nodes } of violations) {
    console.log(`${file}: ${id}: ${help}`);
    nodes.forEach((node) => console.log(`    ${node.html}`));
    faults += 1;
  }
  console.log(`${file}: ${passes.length} rules of axe-core hold, ${violations.length} do not`);
}
await browser.close();
process.exit(faults === 0 ? 0 : 1);
