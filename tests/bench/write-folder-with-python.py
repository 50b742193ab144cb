"""Writes the documents of a month with python-docx and openpyxl from what `prepare` found: the same paragraphs, tables,
cells, faces and merged heads, no more and no less than one says of them in these libraries. Usage: FOLDER."""
import json
import os
import resource
import sys
import time

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as At
from docx.shared import Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

folder = sys.argv[1]
aligned = {"left": At.LEFT, "center": At.CENTER, "right": At.RIGHT, "justify": At.JUSTIFY}
thin = Side(style="thin")


def say(paragraph, runs, font, align="center", size=14):
    paragraph.alignment = aligned[align]
    for text, bold, italic in runs:
        run = paragraph.add_run(text)
        run.font.name, run.font.size, run.bold, run.italic = font, Pt(size), bold, italic


def column(cell, lines, font):
    for index, (text, bold) in enumerate(lines):
        say(cell.paragraphs[0] if index == 0 else cell.add_paragraph(), [(text, bold, False)], font)


def blocks(document, body, font):
    for block in body:
        if block["kind"] == "paragraph":
            say(document.add_paragraph(), [(r["text"], r["bold"], r["italic"]) for r in block["runs"]], font, block["align"])
            continue
        rows = block["head"] + block["rows"]
        table = document.add_table(rows=len(rows), cols=len(block["columns"]))
        for texts, row in zip(rows, table.rows):
            cells, at = row.cells, 0
            for cell in texts:
                say(cells[at].paragraphs[0], [(cell["text"], cell["bold"], False)], font, block["columns"][at]["align"], 12)
                at += cell["columnSpan"]


def word(model, path):
    made, font, document = model["document"], model["font"], Document()
    head = made["header"]
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    column(left, [(line["text"], False) for line in head["superior"]] + [(line["text"], True) for line in head["issuer"]]
           + [(head["star"], False), (head["number"] or "", False)], font)
    column(right, [(head["partyTitle"], True), (head["placeDate"] or "", False)], font)
    for key in ("kind", "subject", "rule"):
        if made["title"] and made["title"][key]:
            say(document.add_paragraph(), [(made["title"][key], True, False)], font)
    blocks(document, made["body"], font)
    signature = made["signature"]
    if signature["kind"] != "none":
        left, right = document.add_table(rows=1, cols=2).rows[0].cells
        sign = lambda who: [(line["text"], line["bold"]) for line in who["lines"]] + [("", False)] * 4 + [(who["name"] or "", True)]
        column(right, sign(signature["right"]), font)
        if signature["kind"] == "pair":
            column(left, sign(signature["left"]), font)
        else:
            column(left, [(signature["label"], False)] + [(name, False) for name in signature["recipients"]], font)
    for annex in made["annexes"]:
        document.add_section()
        say(document.add_paragraph(), [(annex["title"], True, False)], font)
        blocks(document, annex["body"], font)
    document.save(path)


def excel(model, path):
    book = Workbook()
    book.remove(book.active)
    border, wrap = Border(thin, thin, thin, thin), Alignment(wrap_text=True, vertical="center")
    plain, strong = Font(name=model["font"], size=12), Font(name=model["font"], size=12, bold=True)
    for number, made in enumerate(model["workbook"]["sheets"]):
        sheet = book.create_sheet(made["name"].replace("/", " ")[:28] + str(number))
        columns = made["columns"]
        for line in made["titleLines"] + made["subtitleLines"]:
            sheet.append([line])
            sheet.cell(sheet.max_row, 1).font = strong
            sheet.merge_cells(start_row=sheet.max_row, start_column=1, end_row=sheet.max_row, end_column=len(columns))
        for index, one in enumerate(columns, 1):
            sheet.column_dimensions[get_column_letter(index)].width = one["width"]
        rows = [[one["label"] for one in columns]] + [[row["cells"].get(one["key"]) for one in columns] for row in made["rows"]]
        top = sheet.max_row + 1
        for at, values in enumerate(rows, top):
            for index, value in enumerate(values, 1):
                cell = sheet.cell(at, index, value)
                cell.font, cell.border, cell.alignment = (strong if at == top else plain), border, wrap
    book.save(path)


with open(os.path.join(folder, "peers.jsonl"), encoding="utf-8") as file:
    models = [json.loads(line) for line in file]
begun, used, size = time.perf_counter(), time.process_time(), 0
for model in models:
    path = os.path.join(folder, "peer-" + model["path"])
    (word if "document" in model else excel)(model, path)
    size += os.path.getsize(path)
print(json.dumps({
    "milliseconds": (time.perf_counter() - begun) * 1000,
    "processor": (time.process_time() - used) * 1000,
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "said": f"{len(models)} files, {size / 1e6:.2f} MB",
}))
