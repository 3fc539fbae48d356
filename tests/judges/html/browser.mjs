// Opens Chromium for the judges: one place that knows its flags and the ways a page is seen in.
import { chromium } from "playwright-core";

const flags = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

// How a page may be seen. Forced colours are those of a reader who has set a dark contrast theme.
export const schemes = {
  light: { media: "screen", colorScheme: "light", forcedColors: "none" },
  dark: { media: "screen", colorScheme: "dark", forcedColors: "none" },
  forced: { media: "screen", colorScheme: "dark", forcedColors: "active" },
  print: { media: "print", colorScheme: "light", forcedColors: "none" },
};

// A reader who has set letters of twice the size has a browser of their own, as it is no matter of
// one page: `settings` are Blink's.
export const largeText = "defaultFontSize=32";

export function openBrowser(settings) {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const args = settings ? [...flags, `--blink-settings=${settings}`] : flags;
  return chromium.launch({ executablePath, headless: true, args });
}

// A page that was seen to ask for anything but itself is a finding: `requests` has what it asked.
// What the console calls an error is in `faults`: a judge that stumbled has not judged.
export async function openPage(browser, address, { width, scheme = "light" }) {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 640 : 900 }, bypassCSP: true, reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const requests = [];
  const faults = [];
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:"))
      requests.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text().slice(0, 300));
  });
  await page.emulateMedia(schemes[scheme]);
  await page.goto(address, { waitUntil: "load" });
  await page.evaluate(() => document.fonts.ready);
  return { page, requests, faults, close: () => context.close() };
}

// Closed details are passed over by axe and have no layout: they are judged open.
export function openDetails(page) {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}
