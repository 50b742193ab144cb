import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everyWorkbook } from '../support/every-workbook.ts';
import { temporaryFolder } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';
import { readWithPython } from '../support/run-tool.ts';

/** Everything openpyxl knows of a workbook that a person would see or meet: cell by cell, style by style. */
const readAll = `
import sys, json, openpyxl
from openpyxl.utils import get_column_letter
book = openpyxl.load_workbook(sys.argv[1])

def widths(sheet):
    base = sheet.sheet_format.defaultColWidth or 8.43
    found = {}
    for dimension in sheet.column_dimensions.values():
        for column in range(dimension.min, dimension.max + 1):
            found[column] = [dimension.width, dimension.hidden]
    return [found.get(column, [base, False]) for column in range(1, sheet.max_column + 1)]

def side(line):
    return [line.style, line.color.rgb if line and line.color else None]

def look(cell):
    font, at, border = cell.font, cell.alignment, cell.border
    return [font.name, font.sz, bool(font.b), bool(font.i), cell.number_format, at.horizontal, at.vertical,
            bool(at.wrap_text), at.textRotation, cell.fill.patternType, cell.fill.fgColor.rgb, cell.protection.locked,
            [side(getattr(border, name)) for name in ('left', 'right', 'top', 'bottom')]]

def checks(sheet):
    found = {}
    for check in sheet.data_validations.dataValidation:
        said = [check.type, check.formula1, check.formula2, check.allowBlank, bool(check.showErrorMessage),
                check.errorStyle, check.errorTitle if check.error else None,
                check.error, bool(check.showInputMessage), check.promptTitle, check.prompt]
        for area in check.sqref.ranges:
            for row, column in area.cells:
                found[f'{get_column_letter(column)}{row}'] = said
    return dict(sorted(found.items()))

def sheet(one):
    head, page = one.HeaderFooter, one.page_setup
    return {
        'state': one.sheet_state, 'widths': widths(one),
        'heights': [[row, one.row_dimensions[row].height, one.row_dimensions[row].hidden] for row in range(1, one.max_row + 1)],
        'cells': [[c.coordinate, str(c.value), c.data_type, look(c)] for r in one.iter_rows() for c in r if c.value is not None or c.has_style],
        'merged': sorted(str(area) for area in one.merged_cells.ranges),
        'freeze': one.freeze_panes, 'zoom': one.sheet_view.zoomScale, 'grid': one.sheet_view.showGridLines,
        'titles': one.print_title_rows, 'area': str(one.print_area), 'breaks': [b.id for b in one.row_breaks.brk],
        'page': [page.orientation, page.paperSize, 1 if page.fitToWidth is None else page.fitToWidth, 1 if page.fitToHeight is None else page.fitToHeight, one.sheet_properties.pageSetUpPr and one.sheet_properties.pageSetUpPr.fitToPage],
        'margins': [round(getattr(one.page_margins, name), 6) for name in ('left', 'right', 'top', 'bottom', 'header', 'footer')],
        'header': [bool(head.differentFirst)] + [str(part.center.text) + str(part.right.text) + str(part.center.font) + str(part.center.size) + str(part.right.size)
                   for part in (one.oddHeader, one.oddFooter, one.firstHeader, one.firstFooter)],
        'protection': [one.protection.sheet] + [getattr(one.protection, name) for name in
                       ('formatColumns', 'formatRows', 'insertRows', 'sort', 'autoFilter', 'deleteRows', 'objects', 'password')],
        'checks': checks(one),
    }

about = book.properties
print(json.dumps({
    'about': [about.title, about.creator, about.lastModifiedBy, about.keywords, str(about.created), str(about.modified)],
    'names': book.sheetnames, 'sheets': [sheet(one) for one in book],
}))
`;

const before = resolve(import.meta.dirname, '../fixtures/workbooks');

describe.skipIf(!requireTool('python3-openpyxl'))('our own writer against the library it took the place of', () => {
  it.each(Object.keys(everyWorkbook))(
    '%s: the same cells, styles, sizes, pages, checks and properties',
    async (name) => {
      const path = join(temporaryFolder(), `${name}.xlsx`);
      await everyWorkbook[name]?.(path);
      expect(readWithPython(readAll, path)).toEqual(readWithPython(readAll, join(before, `${name}.xlsx`)));
    },
  );
});
