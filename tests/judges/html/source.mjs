// The judges of the file itself: the Nu checker (vnu) and html-validate.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { HtmlValidate } from "html-validate";

const require = createRequire(import.meta.url);
const vnu = join(dirname(require.resolve("vnu-jar/package.json")), "build/dist/vnu.jar");

function judgeWithNu(files) {
  const run = spawnSync("java", ["-jar", vnu, "--Werror", "--stdout", "--format", "json", ...files],
    { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.error || !run.stdout) return files.map((file) => [file, "Nu", [`no verdict: ${run.stderr}`]]);
  const messages = JSON.parse(run.stdout).messages;
  return files.map((file) => [file, "Nu", messages
    .filter((message) => message.url === pathToFileURL(file).href || message.url === `file:${file}`)
    .map((message) => `line ${message.lastLine}: ${message.message}`)]);
}

// The page is written by a program: rules about the hand that types (void style, white space,
// attribute order) have no say; <a role> and the like are a matter for the accessibility judges.
const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: { "prefer-native-element": "off", "no-trailing-whitespace": "off" },
});

export function judgeSource(files) {
  const verdicts = judgeWithNu(files);
  for (const file of files) {
    const report = validator.validateStringSync(readFileSync(file, "utf8"), file);
    verdicts.push([file, "html-validate", report.results.flatMap((result) =>
      result.messages.map((m) => `line ${m.line}: ${m.message} (${m.ruleId})`))]);
  }
  return verdicts;
}
