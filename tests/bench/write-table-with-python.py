"""Writes rows as a Word table with python-docx; says time and memory. Usage: ROWS.jsonl TARGET. Ten columns.

Its `table.cell` looks every cell up anew and takes minutes for a long table: the quickest documented way is to go
through each row's own cells, with the table made whole beforehand.
"""
import json
import os
import resource
import sys
import time

from docx import Document

source, target = sys.argv[1:3]
with open(source, encoding="utf-8") as lines:
    rows = [[str(number), *("" if v is None else v for v in json.loads(line))][:10] for number, line in enumerate(lines, 1)]
begun, used = time.perf_counter(), time.process_time()
document = Document()
table = document.add_table(rows=len(rows), cols=10)
for texts, row in zip(rows, table.rows):
    for text, cell in zip(texts, row._tr.tc_lst):
        cell.p_lst[0].add_r().text = text
document.save(target)
took = (time.perf_counter() - begun) * 1000
print(json.dumps({
    "milliseconds": took,
    "processor": (time.process_time() - used) * 1000,
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "said": f"{len(rows)} rows, {round(1000 * len(rows) / took)} rows/s, {os.path.getsize(target) / 1e3:.0f} kB",
}))
