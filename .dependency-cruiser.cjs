// What may import what: README.md, "Tour of the rooms". A rule here is the only place where it is enforced.
const inside = (folder) => `^electron/data/${folder}/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'electron-only-in-the-shell',
      severity: 'error',
      from: { path: '^(electron|renderer)/', pathNot: '^electron/(main|preload)/' },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'contract-has-no-logic',
      severity: 'error',
      from: { path: '^electron/contract/' },
      to: { path: '^(electron|renderer)/', pathNot: '^electron/contract/' },
    },
    {
      name: 'data-is-plain-node',
      severity: 'error',
      from: { path: '^electron/data/' },
      to: { path: '^(renderer|electron/(main|preload|hosts))/|node_modules/(react|react-dom|@mantine|@tanstack)/' },
    },
    {
      name: 'hosts-see-data-and-contract',
      severity: 'error',
      from: { path: '^electron/hosts/' },
      to: { path: '^(renderer|electron/(main|preload))/' },
    },
    {
      name: 'shell-knows-the-contract-by-type-only',
      severity: 'error',
      from: { path: '^electron/(main|preload)/' },
      to: { path: '^(renderer|electron/(data|hosts))/' },
    },
    {
      name: 'window-knows-the-contract-only',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/', pathNot: '^electron/contract/' },
    },
    {
      name: 'documents-know-nothing-of-the-domain',
      severity: 'error',
      from: { path: inside('documents') },
      to: { path: '^electron/data/', pathNot: '^electron/data/(documents|vietnamese)/' },
    },
    {
      name: 'vietnamese-stands-alone',
      severity: 'error',
      from: { path: inside('vietnamese') },
      to: { path: '^electron/data/', pathNot: '^electron/data/vietnamese/' },
    },
    {
      name: 'rooms-do-not-know-reporting-or-importing',
      severity: 'error',
      from: {
        path: '^electron/data/(organisations|members|officials|assignments|meetings|visits|rules|schema|office-file)/',
      },
      to: { path: '^electron/data/(reporting|importing)/' },
    },
    {
      name: 'nothing-shipped-imports-tests',
      severity: 'error',
      from: { path: '^(electron|renderer)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'nothing-outside-the-repository',
      severity: 'error',
      from: {},
      to: { path: '^\\.\\./' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
