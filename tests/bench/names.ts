import type { Pick } from './random.ts';

/** Names that repeat as real ones do: four people in ten are Nguyễn. */

const families = 'Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Lò'.split(
  ' ',
);
const middleMen = 'Văn Văn Văn Đức Hữu Quang Minh Công Đình Xuân'.split(' ');
const middleWomen = 'Thị Thị Thị Thị Thu Ngọc Thanh Kim Hồng Bích'.split(' ');
const givenMen =
  'An Bình Cường Dũng Hùng Hải Khánh Long Nam Phong Quân Sơn Tuấn Thắng Trường Việt Vinh Toàn Hòa Thủy'.split(' ');
const givenWomen =
  'Anh Châu Dung Hà Hạnh Hoa Hương Lan Liên Linh Mai Nga Nhung Oanh Phương Thảo Thúy Trang Vân Yến'.split(' ');
export const placeWords =
  'Khe Sơn Hòa Lẫm Nà Sảng Thủy Khoan Phú Mỹ Tân Lập Đông Hà Vĩnh Ô Cam Lộ Bản Chùa An Thái Bình Điền'.split(' ');
export const ethnicities = ['Kinh', 'Kinh', 'Kinh', 'Kinh', 'Kinh', 'Kinh', 'Tày', 'Mường', 'Thái', 'Nùng'];

export function personName(pick: Pick, woman: boolean): string {
  return `${pick(families)} ${pick(woman ? middleWomen : middleMen)} ${pick(woman ? givenWomen : givenMen)}`;
}

/** `Hòa Sơn 3`: no two communes have one name. */
export function placeName(index: number): string {
  const [first, second] = [
    placeWords[index % placeWords.length],
    placeWords[Math.floor(index / placeWords.length) % placeWords.length],
  ];
  const round = Math.floor(index / placeWords.length ** 2);
  return `${first} ${second}${round === 0 ? '' : ` ${round + 1}`}`;
}

export function cellName(commune: number, cell: number): string {
  return `Chi bộ thôn ${placeWords[cell % placeWords.length]} ${cell + 1} ${placeName(commune)}`;
}
