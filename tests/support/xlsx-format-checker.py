"""Independent checker of return forms: reads the workbook with openpyxl and holds it against document format, section 7.

Usage: xlsx-format-checker.py FILE.xlsx [RECALCULATED.xlsx]; prints a JSON list of findings, empty when there is none.
"""

import json
import re
import sys
import unicodedata

import openpyxl
from openpyxl.utils import get_column_letter, range_boundaries

MARGINS = {'top': 0.7875, 'bottom': 0.7875, 'left': 1.18125, 'right': 0.590277, 'header': 0.39375}
UPRIGHT_TWIPS = 9355
FORBIDDEN = ['V/v', 'Số:', './.', 'null', 'undefined', 'NaN', '[object', 'CỘNG HÒA XÃ HỘI']


def check_sheet(sheet, say):
    setup, view = sheet.page_setup, sheet.sheet_view
    if str(setup.paperSize) != '9':
        say(f'paper {setup.paperSize}, not A4')
    if not sheet.sheet_properties.pageSetUpPr or not sheet.sheet_properties.pageSetUpPr.fitToPage:
        say('not fitted to the page')
    if (setup.fitToWidth or 1) != 1 or setup.fitToHeight != 0:
        say(f'fitted to {setup.fitToWidth} × {setup.fitToHeight} pages')
    for side, inches in MARGINS.items():
        if abs(getattr(sheet.page_margins, side) - inches) > 0.005:
            say(f'margin {side} {getattr(sheet.page_margins, side)}')
    if not sheet.HeaderFooter.differentFirst:
        say('page number on the first page')
    header = sheet.oddHeader.center
    if header.text != '&P' or header.size != 14 or not (header.font or '').startswith('Times New Roman'):
        say(f'page number {header.text!r} {header.font} {header.size}')
    if sheet.oddHeader.left.text or sheet.oddHeader.right.text or sheet.oddFooter.center.text:
        say('something else in header or footer')
    titles = re.match(r'\$?(\d+):\$?(\d+)', (sheet.print_title_rows or '').replace('$', ''))
    if not titles:
        return say('head rows are not repeated')
    head_first, head_last = int(titles[1]), int(titles[2])
    if view.pane is None or view.pane.state != 'frozen' or view.pane.ySplit != head_last:
        say('panes are not frozen under the head')
    areas = sheet.print_area or ''
    area = (areas if isinstance(areas, str) else ''.join(areas)).split('!')[-1].replace('$', '')
    if not area or range_boundaries(area) != (1, 1, sheet.max_column, sheet.max_row):
        say(f'print area {area}, used to {get_column_letter(sheet.max_column)}{sheet.max_row}')
    width = sum(sheet.column_dimensions[get_column_letter(c)].width * 105 + 75 for c in range(1, sheet.max_column + 1))
    if width > UPRIGHT_TWIPS + 150 and setup.orientation != 'landscape':
        say(f'{width:.0f} twips wide and upright')
    numbers = [sheet.cell(head_last, c).value for c in range(1, sheet.max_column + 1)]
    if numbers != [f'({c})' for c in range(1, sheet.max_column + 1)]:
        say(f'column numbers {numbers[:4]}')
    check_cells(sheet, (head_first, head_last), say)
    check_surroundings(sheet, head_first, say)


def check_cells(sheet, head, say):
    first, last = head
    bordered = {r for r in range(1, sheet.max_row + 1) if sheet.cell(r, 1).border.left.style}
    end = max(bordered, default=last)
    if bordered != set(range(first, end + 1)):
        say('borders are not on the table and nothing else')
    for row in sheet.iter_rows():
        for cell in row:
            value = cell.value
            if value is None:
                continue
            if cell.font.name != 'Times New Roman':
                say(f'{cell.coordinate} in {cell.font.name}')
            if isinstance(value, str):
                if cell.data_type == 'f':
                    if not re.fullmatch(r'=(SUM\([A-Z0-9:,]+\)|IF\([A-Z]+\d+=0,"-",ROUND\(100\*[A-Z]+\d+/[A-Z]+\d+,1\)\))', value):
                        say(f'{cell.coordinate} formula {value[:40]}')
                    continue
                if unicodedata.normalize('NFC', value) != value:
                    say(f'{cell.coordinate} is not NFC')
                if re.match(r'[=@\t\r]|[+-](?!$|\s[^|!=]*$|[\d\s.,()-]*$)', value):
                    say(f'{cell.coordinate} could be run: {value[:20]}')
                for word in FORBIDDEN:
                    if word in value:
                        say(f'{cell.coordinate} contains {word}')
            if first <= cell.row <= end and cell.border.top.style != 'thin':
                say(f'{cell.coordinate} without a thin border')
            if cell.row > last and cell.row <= end and cell.font.size not in (11, 11.5, 12):
                say(f'{cell.coordinate} in {cell.font.size} pt')
            if first <= cell.row < last and not (cell.font.bold and cell.alignment.horizontal == 'center' and cell.alignment.wrap_text):
                say(f'{cell.coordinate} of the head is not bold, centred and wrapped')
    for column in range(2, sheet.max_column + 1):
        cells = [sheet.cell(r, column) for r in range(last + 1, end + 1)]
        if any(c.data_type in ('n', 'f') and c.value is not None for c in cells):
            for c in cells:
                if isinstance(c.value, str) and re.fullmatch(r'\d+([.,]\d+)*', c.value):
                    say(f'{c.coordinate} is a number kept as text')
    for r in range(last + 1, end + 1):
        if sheet.cell(r, 2).value == 'TỔNG CỘNG' and not sheet.cell(r, 2).font.bold:
            say('TỔNG CỘNG is not bold')


def check_surroundings(sheet, head_first, say):
    above = [c for row in sheet.iter_rows(max_row=head_first - 1) for c in row if isinstance(c.value, str)]
    title = [c for c in above if c.column == 1 and c.font.bold and c.font.size == 14]
    if not title:
        say('no title of 14 pt bold')
    for c in title:
        if c.value != c.value.upper() or c.alignment.horizontal != 'center':
            say(f'title {c.value[:30]} is not in centred capitals')
    texts = [c.value for c in above]
    if any('ĐẢNG CỘNG SẢN VIỆT NAM' == t for t in texts) and '*' not in texts:
        say('a header without its star')
    signed = [c for row in sheet.iter_rows() for c in row if c.value == 'NGƯỜI LẬP BIỂU']
    for c in signed:
        right = [d for d in sheet[c.row] if d.column > c.column and d.value]
        if c.column != 1 or not c.font.bold or len(right) != 1 or not right[0].font.bold:
            say('signatures do not stand side by side in bold')
        dated = [d for d in sheet[c.row - 1] if isinstance(d.value, str)]
        if len(dated) != 1 or not dated[0].font.italic or ', ngày ' not in dated[0].value:
            say('no place and date over the signature')


def check_recalculated(path, recalculated, say):
    """What another program reckons from the formulas is what is stored."""
    formulas = openpyxl.load_workbook(path)
    stored = openpyxl.load_workbook(path, data_only=True)
    other = openpyxl.load_workbook(recalculated, data_only=True)
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != 'f':
                    continue
                ours, theirs = stored[sheet.title][cell.coordinate].value, other[sheet.title][cell.coordinate].value
                if not isinstance(theirs, (int, float)) or abs(ours - theirs) > 1e-9:
                    say(sheet.title, f'{cell.coordinate} stored {ours}, recalculated {theirs}')


def main(path, recalculated=None):
    findings = []
    for sheet in openpyxl.load_workbook(path):
        check_sheet(sheet, lambda words, name=sheet.title: findings.append(f'{name}: {words}'))
    if recalculated:
        check_recalculated(path, recalculated, lambda name, words: findings.append(f'{name}: {words}'))
    print(json.dumps(findings, ensure_ascii=False))


main(*sys.argv[1:])
