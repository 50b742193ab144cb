import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likeness, sameMatter } from '../../../electron/data/petitions/matters.ts';

const mention = (id: string, cellId: string, content: string, duplicateOfId: string | null = null) => ({
  id,
  cellId,
  grassrootsId: cellId.slice(0, 3),
  content,
  duplicateOfId,
});

describe('R37 the same matter raised again', () => {
  test('marks, case, order and the usual opening do not matter', () => {
    expect(likeness('Đề nghị làm đường vào thôn', 'duong vao thon, LÀM')).toBe(1);
    expect(likeness('Kéo điện lưới đến cụm dân cư mới', 'Đề nghị kéo điện lưới cho cụm dân cư mới')).toBeGreaterThan(
      0.8,
    );
    expect(likeness('Kéo điện lưới đến cụm dân cư mới', 'Hỗ trợ học sinh bán trú')).toBe(0);
  });

  test('likeness is the same both ways, 1 with itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(likeness(one, other)).toBe(likeness(other, one));
        expect([0, 1]).toContain(likeness(one, one));
      }),
    );
  });

  test('proposes the cell first, then the commune; never another commune, a repeated mention or itself', () => {
    const others = [
      mention('commune', 'G01-02', 'Làm đường vào thôn'),
      mention('cell', 'G01-01', 'Đề nghị làm đường bê tông vào thôn'),
      mention('elsewhere', 'G02-01', 'Làm đường vào thôn'),
      mention('repeated', 'G01-01', 'Làm đường vào thôn', 'cell'),
      mention('self', 'G01-01', 'Làm đường vào thôn'),
      mention('other matter', 'G01-01', 'Cấp tài liệu sinh hoạt chi bộ sớm hơn'),
    ];
    const asked = { id: 'self', cellId: 'G01-01', grassrootsId: 'G01', content: 'Làm đường vào thôn' };
    expect(sameMatter(asked, others).map(({ mention: { id } }) => id)).toEqual(['cell', 'commune']);
  });
});
