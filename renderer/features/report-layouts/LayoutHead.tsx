import type { OfficeReportLayout } from '../../../electron/contract/report-layouts.ts';

type Props = { layout: OfficeReportLayout; part: string | null };

/** The head of each sheet as it prints: annex line, title, headings over headings, the numbers of the columns. */
export function LayoutHead({ layout, part }: Props) {
  const { sheets } = layout;
  const texts = layout.texts ?? [];
  const before = [
    ...['TT', layout.name_heading, ...(part === null ? [] : [part])].map((label) => ({ of: `| ${label}`, label })),
    ...texts.filter(({ last }) => !last),
  ];
  const after = texts.filter(({ last }) => last);
  return sheets.map(({ name, groups }, sheet) => {
    const columns = groups.flatMap((group) => group.columns);
    const count = before.length + columns.length + after.length;
    return (
      <figure key={name} className="layout-paper">
        <figcaption className="layout-tab">{name}</figcaption>
        {layout.annex_line && <p className="layout-annex">{layout.annex_line}</p>}
        <p className="layout-title">{sheets.length > 1 ? `${layout.title} (phần ${sheet + 1})` : layout.title}</p>
        {layout.unit_line && <p className="layout-unit">{layout.unit_line}</p>}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section className="layout-table" tabIndex={0} aria-label={`Đầu biểu, trang ${name}`}>
          <table>
            <thead>
              <tr>
                {before.map(({ of, label }) => (
                  <th key={of} rowSpan={2} scope="col" className="layout-text">
                    {label}
                  </th>
                ))}
                {groups.map(({ label, columns: [first, ...others] }) => (
                  <th key={first?.key ?? label} colSpan={others.length + 1} scope="colgroup">
                    {label}
                  </th>
                ))}
                {after.map(({ of, label }) => (
                  <th key={of} rowSpan={2} scope="col" className="layout-text">
                    {label}
                  </th>
                ))}
              </tr>
              <tr>
                {columns.map(({ key, label }) => (
                  <th key={key} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                {Array.from({ length: count }, (_, index) => `(${index + 1})`).map((number) => (
                  <td key={number}>{number}</td>
                ))}
              </tr>
            </tbody>
          </table>
        </section>
        {layout.notes.map((note) => (
          <p key={note} className="layout-note">
            {note}
          </p>
        ))}
        <div className="layout-signatures">
          <strong>{layout.maker}</strong>
          <span>
            <strong>{layout.signer?.authority ?? 'Người ký theo thiết lập'}</strong>
            {layout.signer?.position && <strong>{layout.signer.position}</strong>}
            {layout.signer?.name && <span>{layout.signer.name}</span>}
          </span>
        </div>
      </figure>
    );
  });
}
