// Judges web pages: node check.mjs FILE… prints every finding as FILE: judge: what, then how many
// checks passed and failed; its status is 1 when any did. A check is one judge's verdict on one
// page in one view, so a page that all are content with counts for some forty.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { openBrowser, openPage } from "./browser.mjs";
import { judgeWithAxe, judgeWithAce } from "./accessibility.mjs";
import { judgeSource } from "./source.mjs";
import { ownChecks } from "./own.mjs";

const files = process.argv.slice(2).map((file) => resolve(file));
if (files.length === 0) {
  console.error("use: node check.mjs FILE…");
  process.exit(2);
}
let passed = 0;
let failed = 0;

function verdict(file, judge, findings) {
  if (findings.length === 0) {
    passed++;
    return;
  }
  failed++;
  for (const finding of findings)
    console.log(`${relative(process.cwd(), file)}: ${judge}: ${finding}`);
}

// A dark page differs from the light one in its colours alone: only they are judged again.
const views = [
  { width: 1280, scheme: "light" }, { width: 320, scheme: "light" },
  { width: 1280, scheme: "dark", colours: true }, { width: 320, scheme: "dark", colours: true },
];

// Closed details are passed over by axe and have no layout: they are judged open.
function openDetails(page) {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

async function judgePage(browser, file) {
  const address = pathToFileURL(file).href;
  for (const view of views) {
    const name = `${view.width}px, ${view.scheme}`;
    const { page, requests, close } = await openPage(browser, address, view);
    verdict(file, `requests at ${name}`, requests);
    await openDetails(page);
    verdict(file, `axe at ${name}`, await judgeWithAxe(page, view.colours));
    if (!view.colours) verdict(file, `IBM ace at ${name}`, await judgeWithAce(page));
    for (const [check, run, ofColours] of ownChecks)
      if (ofColours || !view.colours) verdict(file, `${check} at ${name}`, await run(page, view));
    await close();
  }
}

// In a pack every file that a page links to is there.
function brokenLinks(file) {
  if (!existsSync(join(dirname(file), "manifest.json"))) return [];
  return [...readFileSync(file, "utf8").matchAll(/<a href="([^"#:]+)"/g)].map((link) => link[1])
    .filter((href) => !existsSync(join(dirname(file), decodeURIComponent(href))))
    .map((href) => `there is no ${href}`);
}

for (const file of files) verdict(file, "links to files", brokenLinks(file));
for (const [file, judge, findings] of judgeSource(files)) verdict(file, judge, findings);
const browser = await openBrowser();
for (const file of files) await judgePage(browser, file);
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
