import { z } from 'zod';
import { readWithPython } from './run-tool.ts';

/** What a script with openpyxl typed into the forms, and its own sums by unit. */
const sums = z.record(z.string(), z.record(z.string(), z.number()));

/**
 * Fills in monthly returns as twelve hands would: some lines stay blank, some months had no meeting; in every third file
 * a line is inserted and a heading rewritten. Files are written to `folder` under their own names.
 */
export function fillMonthlyReturns(files: readonly string[], folder: string): z.infer<typeof sums> {
  return sums.parse(readWithPython(filling, folder, ...files));
}

/**
 * One change by hand: the field's key, the line (0 is the first, -1 a new one below for the cell named, -2 one below that
 * is blank but for the value, -3 the same line again), the value; `day:` before a date. `identity` and the name of a fact:
 * the hidden sheet.
 */
export type FormEdit = readonly [key: string, line: number | string, value: string | number];

/** Writes a copy of a form with the changes made. */
export function editForm(file: string, target: string, edits: readonly FormEdit[]): void {
  readWithPython(editing, file, target, JSON.stringify(edits));
}

/**
 * Saves a filled form again, the way WPS is known to: parts under other names and in another order, the checks moved to an
 * extension, shared strings with a reading aid beside the text.
 */
export function saveLikeWps(file: string, target: string): void {
  readWithPython(wps, file, target);
}

/** How a form guards itself, as openpyxl reads it. */
export function readGuards(file: string): unknown {
  return readWithPython(guards, file);
}

const table = `
import collections, datetime, json, sys, openpyxl, os

def table(book):
    for sheet in book:
        for row in sheet.iter_rows(max_row=30):
            if row[0].value == 'khoa':
                keys = {cell.value: cell.column for cell in row[1:] if cell.value}
                lines = [r for r in range(row[0].row + 2, sheet.max_row + 1) if sheet.cell(r, 1).value]
                return sheet, keys, row[0].row, lines
`;

const filling = `${table}
folder, files = sys.argv[1], sys.argv[2:]
result = {}
count = 0
for place, path in enumerate(files):
    book = openpyxl.load_workbook(path)
    sheet, keys, keyrow, lines = table(book)
    unit = {r[0].value: r[1].value for r in book['so_chi_bo'].iter_rows(max_row=8) if r[1].value}['unit']
    total = collections.Counter()
    minutes = []
    for line in lines:
        count += 1
        put = lambda key, value: setattr(sheet.cell(line, keys[key]), 'value', value)
        total['cells'] += 1
        if count % 9 == 4:
            total['cells_not_reported'] += 1
            continue
        members, exempt, away = 12 + count % 17, count % 4, count % 3
        new = count % 2
        for key, value in (('members_total', members), ('full_members', members - new), ('probationary', new),
                           ('exempt', exempt), ('working_away', away), ('temporarily_away', 0),
                           ('temporarily_received', 0), ('suspended', 0)):
            put(key, value)
        total.update(members=members, full_members=members - new, probationary_members=new, exempt=exempt, working_away=away)
        if count % 7 == 3:
            put('held', 'Không')
            put('not_held_reason', 'Mưa lũ, đường bị chia cắt')
            total['cells_not_met'] += 1
            continue
        put('held', 'Có')
        due = members - exempt - away
        excused, unexcused = count % 3, (1 if count % 5 == 0 else 0)
        present = due - excused - unexcused
        day = sheet.cell(line, keys['meeting_day']).value
        if day is not None:
            if count % 5 == 1:
                day = day + 1 if day < 28 else day - 1
                put('other_day_reason', 'Trùng lịch họp của xã')
                put('other_day_approved', 'Có' if count % 2 else 'Không')
                total['met_other_day_approved' if count % 2 else 'met_other_day_unapproved'] += 1
            else:
                total['met_on_set_day'] += 1
        date = datetime.date(2025, 1, day or 3)
        put('date', date if count % 3 else date.strftime('%d/%m/%Y'))
        long = 75 + count % 40
        put('start', datetime.time(19, 0))
        put('end', datetime.time(19 + long // 60, long % 60))
        minutes.append(long)
        total['meetings_below_minimum'] += long < 90
        kind = ('Thường kỳ', 'Thường kỳ + chuyên đề', None)[count % 3]
        put('kind', kind)
        if kind == 'Thường kỳ + chuyên đề':
            put('theme', 'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh')
            total['thematic_meetings'] += 1
        for key, value in (('due', due), ('present', present), ('absent_excused', excused), ('absent_unexcused', unexcused)):
            put(key, value)
            total[key] += value
        grade = ('grade_good', 'grade_fair', 'grade_average', 'grade_poor', 'not_graded')[count % 5]
        put('grade', {'grade_good': 'Tốt', 'grade_fair': 'Khá', 'grade_average': 'Trung bình', 'grade_poor': 'Kém'}.get(grade))
        total[grade] += 1
        total['cells_met'] += 1
        if count % 4 == 0:
            put('resolution_number', str(count) + '-NQ/CB')
            total['resolutions'] += 1
    if place % 3 == 0:
        sheet.insert_rows(lines[len(lines) // 2])
        sheet.cell(keyrow + 1, keys['due'], 'Số đảng viên phải đi họp')
        sheet.insert_cols(4)
    if minutes:
        total['minutes'] = sum(minutes)
    result[unit] = total
    book.save(os.path.join(folder, os.path.basename(path)))
print(json.dumps(result))
`;

const editing = `${table}
path, target, edits = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
book = openpyxl.load_workbook(path)
sheet, keys, keyrow, lines = table(book)
for key, line, value in edits:
    if key == 'identity':
        next(r for r in book['so_chi_bo'].iter_rows() if r[0].value == line)[1].value = value
        continue
    if isinstance(value, str) and value.startswith('day:'):
        value = datetime.date.fromisoformat(value[4:])
    if line in (-2, -3):
        sheet.cell(sheet.max_row + (1 if line == -2 else 0), keys[key], value)
        continue
    if line < 0:
        row = sheet.max_row + 1
        sheet.cell(row, keys['cell'], value)
        sheet.cell(row, keys['held'], 'Có')
        continue
    sheet.cell(lines[line], keys[key] if key in keys else 1, value)
book.save(target)
print('null')
`;

const wps = `
import re, sys, zipfile
source = zipfile.ZipFile(sys.argv[1])
parts = {name: source.read(name).decode('utf8') for name in source.namelist()}
shared = parts['xl/sharedStrings.xml']
aid = '<rPh sb="0" eb="1"><t>aid</t></rPh><phoneticPr fontId="1" type="noConversion"/></si>'
parts['xl/sharedStrings.xml'] = shared.replace('</si>', aid)
for name in [name for name in parts if re.match('xl/worksheets/sheet[0-9]+.xml', name)]:
    sheet = parts[name]
    found = re.search('<dataValidations.*?</dataValidations>', sheet, re.S)
    if found:
        moved = found.group(0).replace('<dataValidation', '<x14:dataValidation').replace('</dataValidation', '</x14:dataValidation')
        moved = re.sub('<(/?)formula([12])>', r'<\\1x14:formula\\2>', moved)
        uri = '<ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
        sheet = sheet.replace(found.group(0), '')
        sheet = sheet.replace('</worksheet>', '<extLst>' + uri + moved + '</ext></extLst></worksheet>')
    del parts[name]
    parts[name.replace('sheet', 'bang').replace('xl/workbangs', 'xl/worksheets')] = sheet
for name in ('xl/_rels/workbook.xml.rels', '[Content_Types].xml'):
    parts[name] = re.sub('worksheets/sheet([0-9]+).xml', r'worksheets/bang\\1.xml', parts[name])
with zipfile.ZipFile(sys.argv[2], 'w', zipfile.ZIP_DEFLATED) as target:
    for name in reversed(list(parts)):
        target.writestr(name, parts[name])
print('null')
`;

const guards = `${table}
book = openpyxl.load_workbook(sys.argv[1])
sheet, keys, keyrow, lines = table(book)
checks = {}
for check in sheet.data_validations.dataValidation:
    for key, column in keys.items():
        if sheet.cell(lines[0], column).coordinate in check.sqref:
            checks[key] = check.type
print(json.dumps({
    'protected': sheet.protection.sheet and sheet.protection.password is None,
    'insert_rows': not sheet.protection.insertRows,
    'open': [key for key, column in keys.items() if not sheet.cell(lines[0], column).protection.locked],
    'locked_heading': sheet.cell(keyrow + 1, keys['due']).protection.locked,
    'hidden_sheet': book['so_chi_bo'].sheet_state,
    'hidden_row': sheet.row_dimensions[keyrow].hidden,
    'hidden_column': sheet.column_dimensions['A'].hidden,
    'checks': checks,
    'first': {key: sheet.cell(lines[0], column).value for key, column in keys.items()},
    'lines': len(lines),
}))
`;
