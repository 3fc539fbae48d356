// axe over the chapters of unpacked books: node chapters.mjs FOLDER prints what it finds, by day and
// by night, then "N passed, N failed"; status 1 when any failed.
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { axe, judgeWithAxe } from "./accessibility.mjs";
import { openBrowser, openDetails, openPage, schemes } from "./browser.mjs";

// A chapter is one file of many: that there is a main part, and one first heading, is for pages.
const ofPages = /^(landmark-one-main|page-has-heading-one|region|heading-order|bypass):/;

const [folder] = process.argv.slice(2);
const chapters = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".xhtml"))
  .sort().map((name) => join(folder, name));
let passed = 0;
let failed = 0;
const browser = await openBrowser();
function verdict(file, scheme, findings) {
  passed += findings.length === 0;
  failed += findings.length > 0;
  for (const finding of findings.slice(0, 5))
    console.log(`${relative(folder, file)}: axe, ${scheme}: ${finding}`);
}

// Chapters are many and small: one page goes from one to the next.
async function work() {
  const { page, close } = await openPage(browser, "about:blank", { width: 600 });
  await page.addInitScript(axe);
  for (let file = chapters.shift(); file; file = chapters.shift()) {
    await page.emulateMedia(schemes.light);
    await page.goto(pathToFileURL(file).href);
    await openDetails(page);
    verdict(file, "light", (await judgeWithAxe(page)).filter((finding) => !ofPages.test(finding)));
    await page.emulateMedia(schemes.dark);
    verdict(file, "dark", await judgeWithAxe(page, { contrastAlone: true }));
  }
  await close();
}
await Promise.all([work(), work()]);
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
