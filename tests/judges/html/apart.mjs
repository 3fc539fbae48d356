// Whether the style of fragments and the style of the page around them leave each other alone: node
// apart.mjs FILE…. A page has its own style as style#theirs, the fragments' as link#ours. What is
// within .hearth must look the same without theirs; all else the same without ours.
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { openBrowser, openPage } from "./browser.mjs";

// One element of each kind, told by its class and those it stands in: of a thousand cells one. What
// holds a fragment has a size that changes with it, and is left out.
const kinds = (within) => {
  const name = (element) => `${element.localName}.${element.getAttribute("class") ?? ""}`;
  const chosen = new Map();
  for (const element of document.querySelectorAll("body *")) {
    const inside = element.parentElement.closest(".hearth") !== null;
    if (inside !== within || element.matches(".hearth") || element.querySelector(".hearth")) continue;
    const kind = [element, element.parentElement, element.parentElement.parentElement].map(name)
      .reverse().join(" > ");
    if (!chosen.has(kind)) chosen.set(kind, element);
  }
  window.chosen = [...chosen];
};

// Every property that is seen, of an element and of what stands before and behind it.
const looks = () => window.chosen.map(([, element]) => ["", "::before", "::after"].map((part) => {
  const style = getComputedStyle(element, part || null);
  if (part && ["none", "normal"].includes(style.content)) return "none";
  return [...style].filter((name) => !name.startsWith("--"))
    .map((name) => `${name}: ${style.getPropertyValue(name)}`).join("; ");
}));

function difference(a, b) {
  const [left, right] = [a.split("; "), b.split("; ")];
  const at = left.findIndex((value, index) => value !== right[index]);
  return `${left[at]}, not ${right[at]}`;
}

// The room that a page gives is its own to give; what is done in it is not.
const room = `body { margin: 0 !important } #content { width: 900px !important;
  max-width: calc(100% - 32px) !important; margin: 0 auto !important; padding: 0 !important }
  .text { display: block !important; margin: 0 !important; padding: 0 !important }`;

async function compare(page, within, id) {
  if (within) await page.addStyleTag({ content: room });
  await page.evaluate(kinds, within);
  const before = await page.evaluate(looks);
  await page.evaluate((style) => { document.getElementById(style).disabled = true; }, id);
  const after = await page.evaluate(looks);
  const names = await page.evaluate(() => window.chosen.map(([kind]) => kind));
  if (names.length < 8) return [`only ${names.length} kinds of elements: is it the right page?`];
  return names.flatMap((name, index) => ["", "::before", "::after"].flatMap((part, at) =>
    before[index][at] === after[index][at] ? []
      : [`${name}${part}: ${difference(before[index][at], after[index][at])}`]));
}

let passed = 0;
let failed = 0;
const browser = await openBrowser();
for (const file of process.argv.slice(2)) {
  const address = pathToFileURL(resolve(file)).href;
  for (const width of [1280, 320]) {
    for (const [what, within, id] of [["theirs reaches ours", true, "theirs"],
      ["ours reaches theirs", false, "ours"]]) {
      const { page, close } = await openPage(browser, address, { width });
      const findings = await compare(page, within, id);
      passed += findings.length === 0;
      failed += findings.length > 0;
      for (const finding of findings.slice(0, 20)) console.log(`${width}px: ${what}: ${finding}`);
      if (findings.length > 20) console.log(`… and ${findings.length - 20} more`);
      await close();
    }
  }
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
