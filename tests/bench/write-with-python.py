"""Writes the roster with openpyxl (write-only) or XlsxWriter (constant_memory); says time and memory.

Usage: write-with-python.py openpyxl|xlsxwriter ROWS.jsonl TARGET LEVEL. The rows are read before the clock starts. Both
deflate at the product's level and give every cell its look, by the quickest way their documentation has.
"""
import datetime
import json
import os
import re
import resource
import sys
import time
import zipfile

library, source, target, level = sys.argv[1:5]
is_day = re.compile(r"\d{4}-\d\d-\d\d$").match

# Neither lets its caller choose the level.
init = zipfile.ZipFile.__init__
def at_level(self, *args, **named):
    named.setdefault("compresslevel", int(level))
    init(self, *args, **named)
zipfile.ZipFile.__init__ = at_level


def openpyxl_writes(rows):
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, Side
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Đảng viên")
    thin = Side(style="thin")

    def look(number_format):
        cell = WriteOnlyCell(sheet)
        cell.font = Font(name="Times New Roman", size=12)
        cell.border = Border(thin, thin, thin, thin)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        cell.number_format = number_format
        return cell._style

    text, day = look("@"), look("dd/mm/yyyy")
    sheet.freeze_panes = "A2"
    for number, row in enumerate(rows, 1):
        sheet.row_dimensions[number].height = 18
        cells = []
        for value in (number, *row):
            dated = isinstance(value, str) and is_day(value)
            cell = WriteOnlyCell(sheet, datetime.date.fromisoformat(value) if dated else value)
            cell._style = day if dated else text
            cells.append(cell)
        sheet.append(cells)
    book.save(target)


def xlsxwriter_writes(rows):
    import xlsxwriter
    book = xlsxwriter.Workbook(target, {"constant_memory": True})
    sheet = book.add_worksheet("Đảng viên")
    look = {"font_name": "Times New Roman", "font_size": 12, "border": 1, "valign": "vcenter", "text_wrap": True}
    text = book.add_format({**look, "num_format": "@"})
    day = book.add_format({**look, "num_format": "dd/mm/yyyy"})
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(rows):
        sheet.set_row(number, 18)
        sheet.write_number(number, 0, number + 1, text)
        for column, value in enumerate(row, 1):
            if value is None:
                sheet.write_blank(number, column, None, text)
            elif is_day(value):
                sheet.write_datetime(number, column, datetime.date.fromisoformat(value), day)
            else:
                sheet.write_string(number, column, value, text)
    book.close()


with open(source, encoding="utf-8") as lines:
    held = [json.loads(line) for line in lines]
begun, used = time.perf_counter(), time.process_time()
(openpyxl_writes if library == "openpyxl" else xlsxwriter_writes)(held)
print(json.dumps({
    "milliseconds": (time.perf_counter() - begun) * 1000,
    "processor": (time.process_time() - used) * 1000,
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "said": f"{len(held)} rows, file {os.path.getsize(target) / 1e6:.1f} MB",
}))
