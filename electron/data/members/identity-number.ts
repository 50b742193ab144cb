import type { Gender } from '../schema/column-types.ts';

/**
 * What the structure of an identity number says otherwise than the record: digit 4 is century and sex, digits 5 and 6 the
 * year of birth (members handbook 1.2; structure C: for warnings only, pitfall 5f). Sentences; none for any other number.
 */
export function identityRemarks(
  personalId: string | null,
  { gender, birthDate }: { gender: Gender | null; birthDate: string | null },
): string[] {
  if (personalId === null || !/^\d{12}$/u.test(personalId)) return [];
  const code = Number(personalId[3]);
  const saysSex = code % 2 === 0 ? 'male' : 'female';
  const saysYear = String(1900 + Math.floor(code / 2) * 100 + Number(personalId.slice(4, 6)));
  const remarks: string[] = [];
  if (gender !== null && gender !== saysSex) {
    remarks.push(`Chữ số thứ 4 của số định danh ứng với giới tính ${saysSex === 'male' ? 'nam' : 'nữ'}.`);
  }
  if (birthDate !== null && !birthDate.startsWith(saysYear)) {
    remarks.push(`Số định danh ứng với năm sinh ${saysYear}.`);
  }
  return remarks;
}
