"""A second, independent count of SSDA903 returns: rows in, the figures that a return decides out.

Rows are dicts by the CSV's column names, in lists by table: header, episodes, oc3, uasc; a return is
(name, tables). Only rows without errors are counted.
"""
import datetime
import re

PROVIDER = dict(PR0="parents", PR1="own", PR2="other-authority", PR3="other", PR4="private",
                PR5="voluntary")
PLACEMENT = {}
for word, codes in {
        "kinship-foster": "U1 U2 U3", "foster": "U4 U5 U6", "placed-for-adoption": "A3 A4 A5 A6",
        "with-parents": "P1", "secure": "K1", "childrens-home": "K2",
        "supported-accommodation": "K3", "semi-independent": "H5",
        "residential": "R1 R2 R3 R5 S1", "temporary": "T0 T1 T2 T3 T4",
        "other": "Z1 Z11 Z12 Z13 Z14 P2 P3"}.items():
    for code in codes.split():
        PLACEMENT[code] = word
ETHNICITY = {}
for word, codes in {
        "white": "WBRI WIRI WOTH WIRT WROM", "mixed": "MWBC MWBA MWAS MOTH",
        "asian": "AIND APKN ABAN AOTH CHNE", "black": "BCRB BAFR BOTH", "other": "OOTH",
        "not-known": "REFU NOBT"}.items():
    for code in codes.split():
        ETHNICITY[code] = word
UNPLANNED = {"CREQB", "CREQO", "CHILD", "STAND", "ALLEG", "APPRR"}
GUARDIAN = dict(E45="kinship-foster", E46="mainstream-foster", E47="relative", E48="other")
FAR = datetime.date(9999, 1, 1)


def day(text):
    if not text:
        return None
    if "/" in text:
        d, m, y = text.split("/")
        return datetime.date(int(y), int(m), int(d))
    return datetime.date.fromisoformat(text)


def birthday(born, age):
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return datetime.date(born.year + age, 3, 1)


def ranked(returns):
    """The returns, the one that wins last."""
    def rank(item):
        days = [day(row.get(key)) for row in item[1].get("episodes", ()) for key in ("DECOM", "DEC")]
        return max([d for d in days if d], default=datetime.date.min), item[0].encode()
    return sorted(returns, key=rank)


def carers(episodes):
    """The carer's number of each episode, None for temporary ones."""
    numbers, before, temporary, highest = [], None, False, 0
    for row in episodes:
        if row["PL"] in ("T0", "T1", "T2", "T3", "T4"):
            numbers.append(None)
            temporary = True
            if row["RNE"] == "S":
                before = None
            continue
        back = temporary and row["RNE"] in "PB" and before is not None and \
            all(before[0].get(key, "") == row.get(key, "") for key in ("PL", "PL_POST"))
        if before is None or (row["RNE"] in "SPB" and not back):
            highest += 1
            number = highest
        else:
            number = before[1]
        numbers.append(number)
        before, temporary = (row, number), False
    return numbers


def three_or_more(episodes, first, last):
    placements, previous, counted = 0, None, False
    for row, number in zip(episodes, carers(episodes)):
        start, end = day(row["DECOM"]), day(row.get("DEC"))
        if number is None or row["LS"] in ("V3", "V4") or start == end:
            continue
        if number != previous:
            counted = False
        previous = number
        if not counted and start <= last and (end or FAR) > first:
            counted = True
            placements += 1
    return placements >= 3


def merged(returns):
    headers, episodes, leavers = {}, {}, {}
    for _, tables in ranked(returns):
        for row in tables.get("header", ()):
            headers[row["CHILD"]] = row
        for row in tables.get("episodes", ()):
            if row.get("DEC") and day(row["DEC"]) < day(row["DECOM"]):
                continue
            episodes.setdefault(row["CHILD"], {})[day(row["DECOM"])] = row
        for row in tables.get("oc3", ()):
            if row.get("ACCOM"):
                leavers[row["CHILD"]] = row
    return headers, episodes, leavers


def figures(returns, year):
    first, last = datetime.date(year, 4, 1), datetime.date(year + 1, 3, 31)
    headers, all_episodes, leavers = merged(returns)
    c = {"children.looked_after": 0}

    def add(name):
        c[name] = c.get(name, 0) + 1

    for child, header in headers.items():
        own = all_episodes.get(child, {})
        episodes = [own[start] for start in sorted(own)]
        looked_after = None
        for row in episodes:
            short = row["LS"] in ("V3", "V4")
            end = day(row.get("DEC"))
            if not short and day(row["DECOM"]) <= last and (end is None or end > last):
                looked_after = row
            foster = not short and PLACEMENT[row["PL"]] in ("foster", "kinship-foster")
            reason = row.get("REASON_PLACE_CHANGE")
            if foster and row.get("PLACE_PROVIDER") == "PR1" and end and first <= end <= last and \
                    reason and reason != "PLACE":
                add("placements.ended")
                if reason in UNPLANNED:
                    add("placements.unplanned")
        if looked_after:
            count_looked_after(add, header, episodes, looked_after, first, last)
        ceased = [(day(row["DEC"]), number, row) for number, row in enumerate(episodes)
                  if row["LS"] not in ("V3", "V4") and row.get("DEC") and
                  row.get("REC", "X1") not in ("X1", "") and first <= day(row["DEC"]) <= last]
        if ceased:
            add("children.ceased")
            row = max(ceased)[2]
            if re.fullmatch("E4[345678]", row["REC"]):
                add("sgo.total")
                carer = GUARDIAN.get(row["REC"], "other")
                if row["REC"] == "E43":
                    carer = {"U1": "kinship-foster", "U2": "kinship-foster", "U3": "kinship-foster",
                             "U4": "mainstream-foster", "U5": "mainstream-foster",
                             "U6": "mainstream-foster"}.get(row["PL"], "other")
                add("sgo.carer." + carer)
    for child, row in leavers.items():
        if row["ACCOM"] not in ("Z1", "Z2"):
            continue
        born = day(headers[child]["DOB"] if child in headers else row["DOB"])
        if first <= birthday(born, 18) <= last:
            add("staying_put.started")
        if birthday(born, 18) <= last < birthday(born, 21):
            add("staying_put.total")
            age = next(a for a in (20, 19, 18) if birthday(born, a) <= last)
            add(f"staying_put.age.{age}")
    return c


def count_looked_after(add, header, episodes, row, first, last):
    add("children.looked_after")
    placement = PLACEMENT[row["PL"]]
    add("children.placement." + placement)
    if three_or_more(episodes, first, last):
        add("children.three_or_more_placements")
    if placement not in ("foster", "kinship-foster"):
        return
    add("children.fostered")
    if placement == "kinship-foster":
        add("children.fostered.kinship")
    if row.get("PLACE_PROVIDER") != "PR1":
        return
    add("children.fostered.own")
    add("children.fostered.own.ethnicity." + ETHNICITY.get(header.get("ETHNIC"), "not-known"))
    if any(e["PL"] in ("U1", "U4") and e["LS"] not in ("V3", "V4") and day(e["DECOM"]) <= last
           for e in episodes):
        add("children.permanence_planned")
