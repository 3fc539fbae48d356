// Tests the judges: each finds the fault in a small page made for it, and nothing in the same page
// mended. node faults.mjs ends with "N passed, N failed"; status 1 when any judge is blind or sees
// what is not there.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { judgeWithAce, judgeWithAxe } from "./accessibility.mjs";
import { largeText, openBrowser, openDetails, openPage, schemes } from "./browser.mjs";
import { arrangement, moved } from "./layout.mjs";
import { ownChecks } from "./own.mjs";
import { judgeSource } from "./source.mjs";

// The pages are set in the project's own typeface, so that what is seen of them does not depend on the
// fonts that a machine happens to have.
const typeface = readFileSync("fonts/AtkinsonHyperlegibleNext-Regular.ttf").toString("base64");
const style = `@font-face { font-family: Own; src: url(data:font/ttf;base64,${typeface}) }
  * { font-family: Own }
  html { background: #fff; color: #000; font-size: 100%; line-height: 1.5 }
  body { margin: 1rem; overflow-wrap: break-word }
  a { display: inline-block; min-width: 24px; min-height: 24px; color: #00f }
  :focus-visible { outline: 3px solid #000; outline-offset: 3px }
  .skip { position: absolute; top: -6rem } .skip:focus { top: 0.5rem }`;

function page(body, more = "") {
  return `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>A page with a fault</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${style} ${more}</style></head>
<body><div><a class="skip" href="#main">Skip to main content</a></div>
<main id="main" tabindex="-1"><h1>A page</h1>${body}</main></body></html>`;
}

const chart = (marks, size = 16) => `<figure class="chart" id="c"><svg aria-hidden="true"
  width="288" viewBox="0 0 288 100" font-size="${size}">${marks}</svg>
  <p class="description">In words.</p><details><summary>Data</summary><table><caption>Data</caption>
  <tr><th scope="col">Kind</th><th scope="col">Number</th></tr>
  <tr><th scope="row">A</th><td>1</td></tr></table></details></figure>`;
const label = (x, y, text) => `<text x="${x}" y="${y}">${text}</text>`;
const box = (rule) => [page('<p class="box">Some words to read</p>', `.box { ${rule} }`)];
const long = "Antidisestablishmentarianismpneumonoultramicroscopic".repeat(2);
const links = (first, second) => page(`<p>${first}</p><p>${second}</p>`);
const wide = `<table style="width: 900px"><caption>C</caption><tr><th scope="col">A</th></tr>
  <tr><th scope="row">B</th></tr></table>`;

// Own checks: the check, how the page is seen, the page with the fault, the page without.
const own = [
  ["reflow", { width: 320 }, page(`<p>${long}</p>`, "body { overflow-wrap: normal }"),
    page(`<p>${long}</p>`)],
  ["reflow", { width: 320 }, page(wide),
    page(`<div role="region" aria-label="C" tabindex="0" style="overflow-x: auto">${wide}</div>`)],
  ["reflow", { width: 320 }, page(`<div style="overflow-x: hidden"><p style="width: 30rem">` +
    `Words that go on beyond the edge of a narrow screen</p></div>`), page("<p>Words</p>")],
  ["reflow", { width: 1280 }, page('<p style="height: 0">One</p><p style="margin: -1.5rem 0">Two</p>'),
    page("<p>One</p><p>Two</p>")],
  ["chart text size", { width: 1280 }, page(chart(label(0, 20, "A"), 9)), page(chart(label(0, 20, "A")))],
  ["chart text size", { width: 320 },
    page(chart(label(0, 20, "A"), 12).replace('width="288"', 'width="144"')),
    page(chart(label(0, 20, "A"), 12))],
  ["chart text apart", { width: 1280 }, page(chart(label(0, 20, "Label") + label(20, 24, "Label"))),
    page(chart(label(0, 20, "Label") + label(0, 40, "Label")))],
  ["chart text apart", { width: 1280 },
    page(chart('<text x="0" y="20">Label<tspan x="9" y="26">Label</tspan></text>')),
    page(chart('<text x="0" y="20">Label<tspan x="0" y="40">Label</tspan></text>'))],
  ["chart text whole", { width: 1280 }, page(chart(label(270, 20, "Label"))),
    page(chart(label(0, 20, "Label")))],
  ["chart text contrast", { width: 1280 },
    page(chart(`<path fill="#f46a25" d="M0 0h90v40H0Z"/><text x="5" y="20" fill="#fff">A</text>`)),
    page(chart(`<path fill="#12436d" d="M0 0h90v40H0Z"/><text x="5" y="20" fill="#fff">A</text>`))],
  ["chart text contrast", { width: 1280, scheme: "dark" }, page(chart(label(0, 20, "A")),
    "@media (prefers-color-scheme: dark) { html { background: #111; color: #fff } }"),
  page(chart(label(0, 20, "A")), "@media (prefers-color-scheme: dark) { html { background: #111; " +
    "color: #fff } svg { fill: #fff } }")],
  ["chart in own colours", { width: 1280, scheme: "forced" },
    page(chart('<path class="f-second" d="M0 0h90v40H0Z"/>')),
    page(chart('<path class="f-second" d="M0 0h90v40H0Z"/><path class="s-hatch" d="M0 0h90v40H0Z"/>'))],
  ["charts in words", { width: 1280 }, page(chart("").replace('class="description"', "")), page(chart(""))],
  ["charts in words", { width: 1280 }, page(chart("").replace(' aria-hidden="true"', "")), page(chart(""))],
  ["text spacing", { width: 320 }, ...box("height: 1.5rem; overflow: hidden; width: 10rem"),
    ...box("min-height: 1.5rem; overflow: hidden; width: 10rem")],
  ["text spacing", { width: 320 }, ...box("white-space: nowrap; width: 9.5rem; overflow: hidden"),
    ...box("width: 9.5rem; overflow: hidden")],
  ["text of 200%", { width: 1280, scheme: "large" }, ...box("height: 24px; overflow: hidden"),
    ...box("min-height: 24px; overflow: hidden")],
  ["text of 200%", { width: 1280, scheme: "large" }, ...box("font-size: 16px"), ...box("font-size: 1rem")],
  ["zoom to 200%", { width: 1280 }, ...box("width: 800px"), ...box("max-width: 800px")],
  ["printed whole", { width: 1280, scheme: "print" }, page("<details><summary>S</summary><p>T</p></details>"),
    page("<details><summary>S</summary><p>T</p></details>", "@media print { details::details-content " +
      "{ content-visibility: visible; display: block; block-size: auto } }")],
  ["focus seen", { width: 1280 }, page('<p><a href="#main">A link</a></p>', "a:focus { outline: none }"),
    page('<p><a href="#main">A link</a></p>')],
  ["focus seen", { width: 1280 }, page('<p><a href="#main">A link</a></p>', "a:focus { outline-color: #ddd }"),
    page('<p><a href="#main">A link</a></p>')],
  ["focus seen", { width: 1280 }, page('<p><a href="#main" class="far">A link</a></p>',
    ".far { position: absolute; left: -999px }"), page('<p><a href="#main">A link</a></p>')],
  ["focus seen", { width: 1280, scheme: "forced" }, page('<p><a href="#main">A link</a></p>',
    "a:focus { outline: none; box-shadow: 0 0 0 3px #000 }"), page('<p><a href="#main">A link</a></p>')],
  ["target size", { width: 1280 }, page('<p><a href="#main" class="s">x</a></p>',
    ".s { min-width: 10px; min-height: 10px; line-height: 10px; font-size: 10px }"),
  page('<p><a href="#main" class="s">x</a></p>')],
  ["links within", { width: 1280 }, page('<p><a href="#nowhere">A link</a></p>'),
    page('<p><a href="#main">A link</a></p>')],
  ["keyboard order", { width: 1280 },
    links('<a href="#main">One</a>', '<a href="#main" tabindex="2">Two</a>'),
    links('<a href="#main">One</a>', '<a href="#main">Two</a>')],
  ["keyboard order", { width: 1280 },
    page('<div class="turned"><p><a href="#main">One</a></p><p><a href="#main">Two</a></p></div>',
      ".turned { display: flex; flex-direction: column-reverse }"),
    page('<div><p><a href="#main">One</a></p><p><a href="#main">Two</a></p></div>')],
  ["keyboard order", { width: 1280 },
    page('<p id="t"><a href="#main">One</a></p><p><a href="#main">Two</a></p>' +
      '<script>t.onkeydown = (e) => e.preventDefault()</script>'),
    links('<a href="#main">One</a>', '<a href="#main">Two</a>')],
  ["skip link", { width: 1280 }, page("<p>Text</p>").replace('href="#main"', 'href="#gone"'),
    page("<p>Text</p>")],
  ["skip link", { width: 1280 }, page("<p>Text</p>", ".skip:focus { top: -6rem }"), page("<p>Text</p>")],
  ["skip link", { width: 1280 }, page("<p>Text</p>").replace(/<div>.*<\/div>/, ""), page("<p>Text</p>")],
];

// The judges that others made: that they are asked, and their answer is heard.
const others = [
  [judgeWithAxe, {}, page('<p style="color: #bbb">Pale words</p>'), page("<p>Dark words</p>")],
  [judgeWithAxe, { scheme: "dark" }, page("<p>Words</p>",
    "@media (prefers-color-scheme: dark) { html { background: #111 } }"), page("<p>Words</p>")],
  [judgeWithAxe, {}, page("<details><summary>More</summary><h4>Too deep</h4></details>"),
    page("<details><summary>More</summary><h2>As deep</h2></details>")],
  [judgeWithAce, {}, page('<p aria-labelledby="nobody" role="group">Words</p>'),
    page('<p aria-label="Some" role="group">Words</p>')],
  [judgeWithAce, { scheme: "dark" }, page("<p>Words</p>",
    "@media (prefers-color-scheme: dark) { html { background: #111; color: #333 } }"), page("<p>Words</p>")],
  [judgeWithAce, { scheme: "print" }, page("<p>Words</p>", "@media print { p { color: #ccc } }"),
    page("<p>Words</p>")],
];
const ofSource = [
  ["Nu", page("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>"),
    page("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>")],
  ["html-validate", page('<p id="a">One</p><p id="a">Two</p>'), page('<p id="a">One</p><p id="b">Two</p>')],
];

let passed = 0;
let failed = 0;

function hold(name, good, why) {
  if (good) passed++;
  else {
    failed++;
    console.log(`${name}: ${why}`);
  }
}

const folder = mkdtempSync(join(tmpdir(), "faults-"));
function write(name, text) {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, text);
  return file;
}

const browsers = { large: await openBrowser(largeText), usual: await openBrowser() };

async function see(html, { width = 1280, scheme = "light" }, look) {
  const browser = scheme === "large" ? browsers.large : browsers.usual;
  const { page: opened, close } = await openPage(browser, pathToFileURL(write("page", html)).href, { width });
  await openDetails(opened);
  if (schemes[scheme]) await opened.emulateMedia(schemes[scheme]);
  const result = await look(opened, { width, scheme });
  await close();
  return result;
}

function compare(name, found, afterwards) {
  hold(name, found.length > 0, "the fault was not found");
  hold(name, afterwards.length === 0, `mended, and still: ${afterwards[0]}`);
}

for (const [name, view, faulty, mended] of own) {
  const { run } = ownChecks.find((check) => check.name === name);
  compare(`${name} ${JSON.stringify(view)}`, await see(faulty, view, run), await see(mended, view, run));
}
for (const check of ownChecks)
  hold(check.name, own.some(([name]) => name === check.name), "there is no page with its fault");
for (const [judge, view, faulty, mended] of others)
  compare(`${judge.name} ${JSON.stringify(view)}`, await see(faulty, view, judge),
    await see(mended, view, judge));

// A scheme that hides something.
const hides = page("<p>Words</p>", "@media (prefers-color-scheme: dark) { p { visibility: hidden } }");
const [light, dark] = [await see(hides, {}, arrangement), await see(hides, { scheme: "dark" }, arrangement)];
compare("nothing moves", moved(light, dark), moved(light, light));
await Promise.all([browsers.large.close(), browsers.usual.close()]);

const files = ofSource.flatMap(([name, ...pages]) => pages.map((text, index) => write(`${name}-${index}`, text)));
const verdicts = judgeSource(files);
ofSource.forEach(([name], index) => {
  const of = (file) => verdicts.find(([which, judge]) => which === file && judge === name)[2];
  compare(name, of(files[index * 2]), of(files[index * 2 + 1]));
});
rmSync(folder, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
