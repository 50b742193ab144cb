"""The member list in a workbook, as one filters and sorts it with openpyxl: read once, then each question over the rows."""
import sys
import time

from openpyxl import load_workbook

begun = time.perf_counter()
book = load_workbook(sys.argv[1], read_only=True, data_only=True)
rows = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
print(f"{(time.perf_counter() - begun) * 1000:9.1f} ms  the sheet is read, {len(rows)} rows")

KEY, NAME, SEARCH, GENDER, BIRTH, ADMISSION, CELL, STANDING, STATUS, CARD, NUMBER = range(11)


def text(value):
    return value or ""


def typed(word):
    return lambda row: word in row[SEARCH] or word in text(row[CARD]) or word in text(row[NUMBER])


questions = [
    ("by name", lambda row: True, lambda row: row[KEY]),
    ("by birth date", lambda row: True, lambda row: (text(row[BIRTH]), row[KEY])),
    ("by cell", lambda row: True, lambda row: (row[CELL], row[KEY])),
    (
        "women, probationary",
        lambda row: row[GENDER] == "female" and row[STANDING] == "probationary",
        lambda row: row[KEY],
    ),
    ('typed: "n"', typed("n"), lambda row: row[KEY]),
]
for work, fits, key in questions:
    begun = time.perf_counter()
    found = sorted((row for row in rows if fits(row)), key=key)
    women = sum(row[GENDER] == "female" for row in found)
    took = (time.perf_counter() - begun) * 1000
    print(f"{took:9.1f} ms  {work}: {len(found)} members, {women} women")
