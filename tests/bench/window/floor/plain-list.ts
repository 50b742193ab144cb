/** Words as long as those of the member list at 1366 pixels: nine cells a row. */
const columns: readonly { width: number; words: readonly string[] }[] = [
  { width: 190, words: ['Nguyễn Thị Hồng Nhung', 'Vì Văn Bảng', 'Lò Thị Ánh Tuyết', 'Trần Quốc Toản'] },
  { width: 76, words: ['Nam', 'Nữ'] },
  { width: 92, words: ['02/09/1975', '19/05/1990', '1968'] },
  { width: 260, words: ['Chi bộ thôn 4 — Đảng bộ xã Hòa Lẫm', 'Chi bộ Trường THCS — Đảng bộ thị trấn Mường Ảng'] },
  { width: 92, words: ['10/01/2004', '03/02/1999', '22/12/2016'] },
  { width: 92, words: ['10/01/2005', '03/02/2000', '22/12/2017'] },
  { width: 88, words: ['Chính thức', 'Dự bị'] },
  { width: 148, words: ['Đang sinh hoạt', 'Được miễn công tác'] },
  { width: 88, words: ['01234567', '–'] },
];
const rowHeight = 32;
/** Drawn beyond the view, as in the member list. */
const beyond = 8;

/**
 * The second floor of scrolling: rows of text put in their places by hand, no framework, nothing asked, nothing for screen
 * readers: what laying out and painting so much text costs on this machine.
 */
export function drawPlainList(root: HTMLElement, count: number): void {
  const list = root.appendChild(document.createElement('div'));
  list.className = 'data-table plain-list';
  const body = list.appendChild(document.createElement('div'));
  body.className = 'data-table-body';
  body.style.height = `${count * rowHeight}px`;
  const rows = Array.from({ length: Math.ceil(list.clientHeight / rowHeight) + 1 + beyond }, () => {
    const row = body.appendChild(document.createElement('div'));
    const cells = columns.map(({ width }) => {
      const cell = row.appendChild(document.createElement('span'));
      cell.style.width = `${width}px`;
      return cell.appendChild(document.createTextNode(''));
    });
    return { row, cells, index: -1 };
  });
  const fill = () => {
    const first = Math.max(0, Math.floor(list.scrollTop / rowHeight) - beyond / 2);
    for (let index = first; index < Math.min(count, first + rows.length); index += 1) {
      const place = rows[index % rows.length];
      if (!place || place.index === index) continue;
      place.index = index;
      place.row.style.top = `${index * rowHeight}px`;
      for (const [column, cell] of place.cells.entries()) {
        const words = columns[column]?.words ?? [];
        cell.data = words[(index * 7 + column) % words.length] ?? '';
      }
    }
  };
  list.addEventListener('scroll', fill);
  fill();
}
