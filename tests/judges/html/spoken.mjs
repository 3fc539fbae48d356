// What a screen reader says of a page: node spoken.mjs PAGE… FOLDER compares each with the golden
// file FOLDER/NAME.txt and shows the difference; with HEARTH_ACCEPT=1 in the environment it writes the
// files instead. Ends with "N passed, N failed".
//
// The reader is a virtual one, that walks the page as the specifications say (ARIA, accessible
// names), from the first thing to the last, all details open. It names every element that it
// enters or leaves and stops at each; people's readers are not so wordy, and are configured not to
// be. So a paragraph's text is one line here, whatever of it is bold or a figure; a link, heading or
// cell is said once, by its name; rows are their cells; and leaving is told of larger parts alone.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { openBrowser, openDetails, openPage } from "./browser.mjs";

const require = createRequire(import.meta.url);
const reader = `data:text/javascript;base64,${
  readFileSync(require.resolve("@guidepup/virtual-screen-reader/browser.js")).toString("base64")}`;

// In the page: the lines of the transcript.
async function walk(reader) {
  const { virtual } = await import(reader);
  const lines = [];
  let text = "";
  let said = null; // the element that was named by its text, and how
  const squeeze = (words) => words.replace(/\s+/g, " ").trim();
  const flush = () => {
    if (squeeze(text)) lines.push(squeeze(text));
    text = "";
  };
  // A text goes on in the same line, after a space if there is one, until another block begins.
  const blockOf = (node) => {
    let at = node.parentElement;
    while (getComputedStyle(at).display.startsWith("inline")) at = at.parentElement;
    return at;
  };
  let last = null;
  const goOn = (node) => {
    if (last && text) {
      const between = document.createRange();
      between.setStartAfter(last);
      between.setEndBefore(node);
      if (blockOf(last) !== blockOf(node)) flush();
      else if (between.toString() !== "") text += " ";
    }
    text += node.data;
    last = node;
  };
  const inline = /^(end of )?(strong|emphasis|generic|time|superscript|subscript|mark)$/;
  const silent = /^(end of )?(paragraph|definition|term|caption|row|rowgroup)\b|^end of (?!list$|table|navigation|main|banner|contentinfo|region|figure|blockquote|group|document)/;
  await virtual.start({ container: document.body });
  for (;;) {
    const phrase = squeeze(await virtual.lastSpokenPhrase());
    const node = virtual.activeNode;
    if (node?.nodeType === Node.TEXT_NODE) {
      if (!said?.node.contains(node) || !said.phrase.includes(squeeze(node.data))) goOn(node);
    } else if (!inline.test(phrase)) {
      flush();
      said = null;
      if (!silent.test(phrase)) lines.push(phrase);
      if (/^(link|heading|cell|columnheader|rowheader), /.test(phrase)) said = { node, phrase };
    }
    if (phrase === "end of document" || lines.length > 50000) break;
    await virtual.next();
  }
  flush();
  await virtual.stop();
  return lines;
}

async function transcript(browser, file) {
  const { page, close } = await openPage(browser, pathToFileURL(file).href, { width: 1280 });
  await openDetails(page);
  const lines = await page.evaluate(walk, reader);
  await close();
  // How large a file came out is no matter of what is said.
  return `${lines.join("\n")}\n`.replace(/\(\d+ KB\)/g, "(… KB)");
}

const files = process.argv.slice(2);
const folder = files.pop();
if (files.length === 0) {
  console.error("use: node spoken.mjs PAGE… FOLDER");
  process.exit(2);
}
let failed = 0;
const browser = await openBrowser();
for (const file of files) {
  const golden = join(folder, `${basename(file, ".html")}.txt`);
  const now = await transcript(browser, resolve(file));
  if (process.env.HEARTH_ACCEPT) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(golden, now);
  } else if (!existsSync(golden) || readFileSync(golden, "utf8") !== now) {
    const { stdout } = spawnSync("diff", ["-u", "--label", golden, "--label", `${golden} now`,
      existsSync(golden) ? golden : "/dev/null", "-"], { input: now, encoding: "utf8" });
    console.log(`${stdout}\nIf it is meant to be said so: HEARTH_ACCEPT=1 tests/run spoken`);
    failed++;
  }
}
await browser.close();
console.log(`${files.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
