"""Reads veraPDF's XML report from standard input; prints what fails; status 1 if anything does.

Arguments: the flavour's name and how many files the report must speak of.
"""

import sys
import xml.etree.ElementTree as ElementTree


def failures(job):
    """The failed rules of one file: clause and test, what is asked, how often, first place."""
    for rule in job.iter("rule"):
        if rule.get("status") == "failed":
            place = rule.find(".//context")
            yield (
                f"{rule.get('clause')}-{rule.get('testNumber')}",
                " ".join((rule.findtext("description") or "").split()),
                rule.get("failedChecks"),
                (place.text or "")[:200] if place is not None else "",
            )


def main():
    flavour, expected = sys.argv[1], int(sys.argv[2])
    jobs = list(ElementTree.parse(sys.stdin).iter("job"))
    bad = len(jobs) != expected
    for job in jobs:
        report = job.find("validationReport")
        if report is None:
            report = job.find(".//validationReport")
        name = job.findtext("item/name") or "?"
        good = report is not None and report.get("isCompliant") == "true"
        print(f"{'ok  ' if good else 'FAIL'} {flavour} {name}")
        bad = bad or not good
        for clause, text, count, place in failures(job):
            print(f"     {clause} ({count} times): {text}\n       {place}")
        if report is None:
            print("     no report:", (job.findtext(".//exceptionMessage") or "").strip())
    sys.exit(1 if bad else 0)


main()
