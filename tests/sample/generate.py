#!/usr/bin/env python3
"""Writes the sample's case extracts of 2024-25, invented and the same to the byte each time.

    python3 tests/sample/generate.py [FOLDER]

The default folder is input/2024-25/extracts; the extracts there are replaced. They stand for the
systems of one council, hold records from before and after the year, and give its published figures.
"""
import os
import sys

sys.dont_write_bytecode = True  # leaves nothing beside the sources

import children
import households
import panel
import recruitment
import service
from chance import Chance, after, office_day
from document import extract_text, write_extract

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, "input", "2024-25", "extracts")


def make_register(chance, enquiries):
    """The register of households, with the day each enquiry was approved, and the panel's cases."""
    register = households.Register(chance)
    days = [e.approved for e in enquiries if e.approved]
    for facts, row in zip(households.NEW_APPROVALS, recruitment.APPROVED):
        kind, category, places, siblings, low, high = facts
        register.add(households.Household(kind, row[-1], places, category, (low, high), siblings))
    register.add(households.Household("mainstream", max(days), 2, "short-term"))
    earlier = [d for d in days if d < recruitment.APPROVED[0][-1]]
    leaving = households.add_earlier(register, earlier)
    households.add_leavers(register, leaving)
    meetings = panel.kinship_meetings(chance)
    households.add_kinship(register, [office_day(after(day, 9)) for day in meetings])
    recruitment.name_households(enquiries, register)
    return register, meetings


def make_cases(chance, register, enquiries, meetings):
    kinship = panel.kinship_cases(chance, register, meetings)
    cases = panel.mainstream_cases(enquiries) + kinship + panel.annual_review_cases(register)
    cases += panel.concern_cases(register)
    cases += panel.regulation_25_cases(chance, register, kinship)
    panel.number_cases(cases)
    return cases


def make_world():
    """Every record, by the file that holds it."""
    chance = Chance(20250331)
    enquiries = recruitment.make_enquiries(chance)
    register, meetings = make_register(chance, enquiries)
    cases = make_cases(chance, register, enquiries, meetings)
    households.set_holds(register)
    households.set_changes(register)
    households.set_incentives(register)
    households.set_carers(register)
    households.number_households(register)
    cohort = children.make_children(chance, register)
    return {
        "case-management-children.xml.gz": elements(cohort),
        "case-management-households.xml.gz": elements(register.all),
        "complaints.xml": service.make_complaints(chance),
        "enquiries.xml": elements(enquiries),
        "kinship.xml.gz": service.make_viability(chance)
        + service.make_kinship_assessments(chance) + service.make_independent(chance),
        "lado-log.xml": service.make_allegations(chance, register),
        "panel.xml": elements(cases),
        "posts.xml": service.make_posts(chance),
        "reviews.xml": service.make_reviews(chance, register),
        "staying-put.xml": service.make_staying_put(chance, register),
        "training-and-events.xml": service.make_events(chance) + service.make_training(chance),
    }


def elements(things):
    return [thing.element() for thing in things]


# File: the system, when it wrote the extract, the prefix it uses for the namespace.
SYSTEMS = {
    "case-management-children.xml.gz": ("Case management", "2025-04-11T02:00:00Z", ""),
    "case-management-households.xml.gz": ("Case management", "2025-04-11T02:10:00Z", ""),
    "complaints.xml": ("Complaints register", "2025-04-14T10:02:41Z", ""),
    "enquiries.xml": ("Enquiries database", "2025-04-22T09:14:00Z", ""),
    "kinship.xml.gz": ("Case management, kinship", "2025-04-14T02:00:00Z", ""),
    "lado-log.xml": ("Designated officer's log", "2025-04-09T15:30:12Z", "log"),
    "panel.xml": ("Panel administration", "2025-04-17T11:45:00Z", ""),
    "posts.xml": ("Human resources", "2025-04-07T06:00:00Z", "hr"),
    "reviews.xml": ("Reviewing officer's tracker", "2025-04-15T13:20:05Z", ""),
    "staying-put.xml": ("Leaving care", "2025-04-10T08:05:30Z", ""),
    "training-and-events.xml": ("Learning platform", "2025-04-16T16:00:00Z", ""),
}


def remove_old(folder):
    for name in os.listdir(folder):
        if name.endswith((".xml", ".xml.gz")):
            os.remove(os.path.join(folder, name))


def write_all(folder):
    world = make_world()
    os.makedirs(folder, exist_ok=True)
    remove_old(folder)
    for name, records in world.items():
        source, generated, prefix = SYSTEMS[name]
        write_extract(os.path.join(folder, name), extract_text(source, generated, records, prefix))


if __name__ == "__main__":
    write_all(sys.argv[1] if len(sys.argv) > 1 else FOLDER)
