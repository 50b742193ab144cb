import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarEntry, writeCalendar } from '../../../electron/data/schedule/ics.ts';

/** A calendar as a strict reader of RFC 5545 sees it: content lines unfolded, properties by component. */
interface Component {
  name: string;
  properties: { name: string; parameters: string; value: string }[];
  components: Component[];
}

// RFC 5545, 3.1: name *(";" param ) ":" value; no control characters but HTAB.
const contentLine = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^\p{Cc}";:,]+)*):([^\p{Cc}]*)$/u;

function readCalendar(file: string): Component {
  expect(file.endsWith('\r\n')).toBe(true);
  const physical = file.slice(0, -2).split('\r\n');
  for (const line of physical) {
    expect(line).not.toMatch(/[\r\n]/u);
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  }
  const root: Component = { name: 'ROOT', properties: [], components: [] };
  const open = [root];
  for (const line of file
    .slice(0, -2)
    .replace(/\r\n[ \t]/gu, '')
    .split('\r\n')) {
    const found = contentLine.exec(line);
    if (!found) throw new Error(`no content line: ${line}`);
    const [, name = '', parameters = '', value = ''] = found;
    const inside = open.at(-1);
    if (name === 'BEGIN') {
      const component = { name: value, properties: [], components: [] };
      inside?.components.push(component);
      open.push(component);
    } else if (name === 'END') {
      expect(open.pop()?.name).toBe(value);
    } else inside?.properties.push({ name, parameters, value });
  }
  expect(open).toEqual([root]);
  expect(root.components).toHaveLength(1);
  return root.components[0] ?? root;
}

/** The text a TEXT value stands for (3.3.11); every comma and semicolon in it must have been escaped. */
function readText(value: string): string {
  expect(value.replace(/\\[\\;,nN]/gu, '')).not.toMatch(/[\\;,]/u);
  return value.replace(/\\([\\;,nN])/gu, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}

const textOf = (component: Component | undefined, name: string) => {
  const found = component?.properties.filter((property) => property.name === name) ?? [];
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0]?.value;
};

const entry: CalendarEntry = {
  uid: '0198-a@sochibo',
  date: '2026-09-03',
  startsAt: null,
  summary: 'Nguyễn Văn An: dự sinh hoạt Chi bộ Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Hướng Sơn',
  description: 'Thôn 1; nhà văn hóa, tầng 2\nMang theo tài liệu \\ sổ',
  location: 'Nhà văn hóa thôn 1',
  cancelled: false,
};
const stamp = '20260901T020000Z';

describe('the calendar file (RFC 5545)', () => {
  test('has what a calendar and an event must have, in UTF-8', () => {
    const calendar = readCalendar(writeCalendar('Lịch dự', [entry], stamp));
    expect(calendar.name).toBe('VCALENDAR');
    expect([textOf(calendar, 'VERSION'), textOf(calendar, 'PRODID')?.startsWith('-//')]).toEqual(['2.0', true]);
    const [event] = calendar.components;
    expect(event?.name).toBe('VEVENT');
    expect(textOf(event, 'UID')).toBe(entry.uid);
    expect(textOf(event, 'DTSTAMP')).toMatch(/^\d{8}T\d{6}Z$/u);
    expect(readText(textOf(event, 'SUMMARY') ?? '')).toBe(entry.summary);
    expect(readText(textOf(event, 'DESCRIPTION') ?? '')).toBe(entry.description);
    const start = event?.properties.find(({ name }) => name === 'DTSTART');
    expect([start?.parameters, start?.value]).toEqual([';VALUE=DATE', '20260903']);
    expect(textOf(event, 'DURATION')).toBeUndefined();
  });

  test('a visit with an hour is timed, one that was cancelled says so', () => {
    const calendar = readCalendar(writeCalendar('Lịch', [{ ...entry, startsAt: '19:30', cancelled: true }], stamp));
    const [event] = calendar.components;
    expect(textOf(event, 'DTSTART')).toBe('20260903T193000');
    expect(textOf(event, 'DURATION')).toBe('PT1H30M');
    expect(textOf(event, 'STATUS')).toBe('CANCELLED');
  });

  test('any text comes back as it was, whatever it is folded at', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aủ\u0300Đ;,\\: ệ😀n\n"'), maxLength: 200 });
    fc.assert(
      fc.property(text, (summary) => {
        const [event] = readCalendar(writeCalendar('Lịch', [{ ...entry, summary }], stamp)).components;
        expect(readText(textOf(event, 'SUMMARY') ?? '')).toBe(summary);
      }),
    );
  });
});
