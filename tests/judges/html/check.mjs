// Judges web pages: node check.mjs FILE… [--light FILE…] prints every finding as FILE: judge: what,
// then how many checks passed and failed; its status is 1 when any did. A check is one judge's verdict on one
// page in one view, so a page that all are content with counts for some seventy. Those behind
// --light are judged in light colours alone.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { largeText, openBrowser, openDetails, openPage, schemes } from "./browser.mjs";
import { judgeWithAxe, judgeWithAce } from "./accessibility.mjs";
import { judgeSource } from "./source.mjs";
import { arrangement, moved } from "./layout.mjs";
import { checksFor } from "./own.mjs";

const given = process.argv.slice(2);
const whole = given.includes("--light") ? given.indexOf("--light") : given.length;
const files = given.filter((file) => file !== "--light").map((file) => resolve(file));
const lightAlone = new Set(files.slice(whole));
if (files.length === 0) {
  console.error("use: node check.mjs FILE… [--light FILE…]");
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
  for (const finding of findings.slice(0, 10))
    console.log(`${relative(process.cwd(), file)}: ${judge}: ${finding}`);
  if (findings.length > 10) console.log(`… and ${findings.length - 10} more`);
}

async function judgeAt(browser, file, width) {
  const { page, requests, faults, close } = await openPage(browser, pathToFileURL(file).href, { width });
  let still;
  await openDetails(page);
  for (const scheme of lightAlone.has(file) ? ["light"] : Object.keys(schemes)) {
    const view = { width, scheme };
    const name = `${width}px, ${scheme}`;
    await page.emulateMedia(schemes[scheme]);
    // Were anything to move or vanish with the colours, who judged the light page would not have seen it.
    if (scheme === "light") still = await arrangement(page);
    else if (scheme !== "print")
      verdict(file, `nothing moves at ${name}`, moved(still, await arrangement(page)));
    verdict(file, `axe at ${name}`, await judgeWithAxe(page));
    verdict(file, `IBM ace at ${name}`, await judgeWithAce(page, view));
    for (const check of checksFor(view))
      verdict(file, `${check.name} at ${name}`, await check.run(page, view));
  }
  verdict(file, `requests at ${width}px`, requests);
  verdict(file, `console at ${width}px`, faults);
  await close();
}

async function judgeLarge(browser, file) {
  const { page, close } = await openPage(browser, pathToFileURL(file).href, { width: 1280 });
  await openDetails(page);
  for (const check of checksFor({ width: 1280, scheme: "large" }))
    verdict(file, check.name, await check.run(page, { width: 1280 }));
  await close();
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

// Two pages at a time.
const [browser, large] = await Promise.all([openBrowser(), openBrowser(largeText)]);
const tasks = files.flatMap((file) => [() => judgeAt(browser, file, 1280),
  () => judgeAt(browser, file, 320), () => judgeLarge(large, file)]);
async function work() {
  for (let task = tasks.shift(); task; task = tasks.shift()) await task();
}
await Promise.all([work(), work()]);
await Promise.all([browser.close(), large.close()]);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
