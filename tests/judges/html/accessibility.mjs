// axe-core (WCAG 2.2 A and AA, best practice) and IBM's checker (WCAG 2.2), in the page.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const ace = readFileSync(join(
  dirname(require.resolve("accessibility-checker-engine/package.json")), "ace.js"), "utf8");

const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const colours = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

export async function judgeWithAxe(page, coloursOnly = false) {
  await page.evaluate(axe);
  const violations = await page.evaluate(async (runOnly) => {
    const result = await window.axe.run(document, { runOnly, resultTypes: ["violations"] });
    return result.violations.flatMap((rule) => rule.nodes.map((node) =>
      `${rule.id}: ${rule.help}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`));
  }, coloursOnly ? colours : everything);
  return violations.map((text) => text.replaceAll(/\s+/g, " "));
}

export async function judgeWithAce(page) {
  await page.evaluate(`${ace}; window.ace = window.ace ?? ace;`);
  return page.evaluate(async () => {
    const report = await new window.ace.Checker().check(document, ["WCAG_2_2"]);
    return report.results
      .filter((result) => result.value[0] === "VIOLATION" && result.value[1] === "FAIL")
      .map((result) => `${result.ruleId}: ${result.message}: ${result.path.dom}`);
  });
}
