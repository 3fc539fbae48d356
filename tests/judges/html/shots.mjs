// Pictures of a page: node shots.mjs FILE OUTDIR writes wide and narrow, light and dark, in a
// reader's own colours, and as printed (A4, print.pdf).
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { openBrowser, openPage } from "./browser.mjs";

const [file, folder] = process.argv.slice(2);
if (!file || !folder) {
  console.error("use: node shots.mjs FILE OUTDIR");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const address = pathToFileURL(resolve(file)).href;
const browser = await openBrowser();
const views = [
  ["1280-light", { width: 1280 }], ["1280-dark", { width: 1280, scheme: "dark" }],
  ["768-light", { width: 768 }], ["320-light", { width: 320 }],
  ["320-dark", { width: 320, scheme: "dark" }],
  ["1280-forced", { width: 1280, scheme: "forced" }],
];
for (const [name, view] of views) {
  const { page, close } = await openPage(browser, address, view);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  await close();
}
const { page, close } = await openPage(browser, address, { width: 1280, scheme: "print" });
await page.pdf({ path: join(folder, "print.pdf"), preferCSSPageSize: true });
await close();
await browser.close();
