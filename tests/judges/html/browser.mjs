// Opens Chromium for the judges: one place that knows its flags and the media a page is seen in.
import { chromium } from "playwright-core";

const flags = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

export function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, headless: true, args: flags });
}

// A page that was seen to ask for anything but itself is a finding: `requests` has what it asked.
export async function openPage(browser, address, { width, scheme = "light", media = "screen",
  forced = "none" }) {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 640 : 900 }, colorScheme: scheme,
    forcedColors: forced, bypassCSP: true, reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const requests = [];
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:"))
      requests.push(request.url());
  });
  await page.emulateMedia({ media, colorScheme: scheme, forcedColors: forced });
  await page.goto(address, { waitUntil: "load" });
  await page.evaluate(() => document.fonts.ready);
  return { page, requests, close: () => context.close() };
}
