/** Line drawings of 16 px; a state is always said by a word as well. */
const paths = {
  tree: 'M3 3h4v3H3zM9 10h4v3H9zM9 5h4v3H9zM5 6v5.5h4M5 6.5h4',
  people:
    'M6 7.5a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM1.8 13c.3-2.4 2-3.8 4.2-3.8s3.900 1.400 4.200 3.800M11 8a1.800 1.800 0 1 0-.6-3.500M11.500 9.500c1.600.3 2.600 1.500 2.800 3.500',
  badge: 'M8 8a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM3 13.500c.4-2.600 2.400-4 5-4s4.600 1.400 5 4z',
  meeting: 'M2.500 3.500h11v10h-11zM2.500 6.500h11M5.500 2v3M10.500 2v3',
  today: 'M2.500 7.500L8 2.500l5.500 5M4 7v6.500h8V7M6.500 13.500V9.500h3v4',
  petition: 'M2.500 3.500h11v7.500H7.500L4.500 13.500V11h-2zM5 6h6M5 8.500h4',
  theme: 'M3 3.500h4.200c.5 0 .8.300.8.800v9c0-.6-.4-1-1-1H3zM13 3.500H8.800c-.5 0-.8.300-.8.800v9c0-.6.4-1 1-1H13z',
  calendar: 'M2.5 3.5h11v10h-11zM2.5 6.500h11M5.500 2v3M10.500 2v3M5 9h2M9 9h2M5 11.300h2',
  report: 'M3.500 2.500h9v11h-9zM5.500 6h5M5.500 8.500h5M5.500 11h3',
  import: 'M8 2.500v7M5 6.800l3 3 3-3M2.500 11v2.500h11V11',
  settings:
    'M8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 2.5v1.700M8 11.800v1.700M2.500 8h1.700M11.800 8h1.700M4.100 4.100l1.200 1.200M10.700 10.700l1.200 1.200M4.100 11.900l1.200-1.200M10.700 5.300l1.200-1.200',
  history: 'M8 4.500V8l2.500 1.800M2.800 8a5.200 5.200 0 1 0 1.500-3.700M2.500 2.800v2.500H5',
  search: 'M7 11.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9zM10.300 10.300l3.200 3.200',
  down: 'M4 6l4 4 4-4',
  right: 'M6 4l4 4-4 4',
  left: 'M10 4L6 8l4 4',
  tick: 'M3 8.500l3.500 3.500L13 4.500',
  circle: 'M8 13a5 5 0 1 0 0-10 5 5 0 0 0 0 10z',
  close: 'M4 4l8 8M12 4l-8 8',
  add: 'M8 3v10M3 8h10',
  error: 'M8 13.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11zM8 5v4M8 11v.3',
  warning: 'M8 2.500l6 11H2zM8 6.500v3.500M8 11.700v.3',
  info: 'M8 13.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11zM8 7.500v3.500M8 5v.3',
  up: 'M8 13V3.500M4.500 7L8 3.500 11.500 7',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinejoin="round" />
    </svg>
  );
}
