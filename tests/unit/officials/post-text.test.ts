import { expect, test } from 'vitest';
import { postText } from '../../../electron/data/officials/post-text.ts';

test.each([
  ['Chuyên viên Phòng GD&ĐT', 'Phòng GD&ĐT', 'Chuyên viên Phòng GD&ĐT'],
  ['UVBTV, Trưởng Ban Tổ chức', 'Ban Tổ chức Huyện ủy', 'UVBTV, Trưởng Ban Tổ chức Huyện ủy'],
  ['Phó Bí thư Đảng ủy, Chủ tịch UBND', 'UBND xã', 'Phó Bí thư Đảng ủy, Chủ tịch UBND xã'],
  ['Phó Bí thư Thường trực Đảng ủy, Chủ tịch HĐND', 'Đảng ủy xã', 'Phó Bí thư Thường trực Đảng ủy xã, Chủ tịch HĐND'],
  ['Phó Trưởng phòng', 'Phòng Nội vụ', 'Phó Trưởng phòng Nội vụ'],
  ['Trưởng phòng Kinh tế - Hạ tầng', 'Phòng KT-HT', 'Trưởng phòng Kinh tế - Hạ tầng, Phòng KT-HT'],
  ['Hiệu trưởng', 'Trường THCS', 'Hiệu trưởng, Trường THCS'],
  [null, 'Phòng Nội vụ', 'Phòng Nội vụ'],
  ['Bí thư Huyện ủy', null, 'Bí thư Huyện ủy'],
])('%s of %s is one post that names its agency once', (title, agency, post) => {
  expect(postText(title, agency)).toBe(post);
});
