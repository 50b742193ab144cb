import type { AnyContractProcedure } from '@orpc/contract';
import type { Contract } from './index.ts';

/**
 * What a procedure is to somebody who has a part of the office only (`office_user.scope_id`).
 * `within`: it answers of, and writes to, that part; the tables themselves hold nothing else for it
 * (`office-file/scope/reach.ts`). `unit`: the same, and its `unit` must be named and stand in that part: a report of the
 * whole office made of a part would be taken for the whole. `free`: nothing in it belongs to an organisation.
 * `whole`: refused.
 */
export type ScopeRule = 'within' | 'unit' | 'free' | 'whole';

/** Of every procedure of a contract, its rule. A procedure without one does not compile. */
type ScopesOf<T> = { [K in keyof T]: T[K] extends AnyContractProcedure ? ScopeRule : ScopesOf<T[K]> };

/** Who administers has the whole office, so what only they may do is `whole` wherever it could be either. */
export const scopes: ScopesOf<Contract> = {
  office: {
    current: 'within',
    create: 'free',
    open: 'free',
    close: 'free',
    // Of one's own changes.
    history: 'within',
    recordHistory: 'within',
    undo: 'within',
    check: 'whole',
    find: 'within',
  },
  opening: {
    look: 'free',
    previewBackup: 'free',
    unlockBackup: 'free',
    restore: 'free',
    salvage: 'free',
    copyHere: 'free',
    view: 'free',
  },
  access: {
    state: 'free',
    waiting: 'free',
    unlock: 'free',
    lock: 'free',
    stopWaiting: 'free',
    takeSlots: 'free',
    encrypt: 'whole',
    decrypt: 'whole',
    changePassphrase: 'free',
    replaceLostSlots: 'whole',
    newRecoveryCode: 'whole',
    showRecoveryCode: 'whole',
    setAutoLock: 'whole',
  },
  backups: { list: 'free', make: 'free', preview: 'whole', unlock: 'whole', restore: 'whole', copy: 'whole' },
  help: { pages: 'free', page: 'free' },
  home: { page: 'within' },
  settings: {
    get: 'free',
    saveOffice: 'whole',
    saveSigning: 'whole',
    saveTerm: 'whole',
    removeTerm: 'whole',
    codeLists: 'free',
    addCode: 'whole',
    changeCode: 'whole',
    moveCode: 'whole',
  },
  rules: { list: 'free', save: 'whole', remove: 'whole' },
  organisations: {
    list: 'within',
    get: 'within',
    sizeFlags: 'within',
    // The tree itself is the whole office's.
    create: 'whole',
    change: 'whole',
    setMeetingDay: 'within',
    approveMeetingDay: 'within',
    removeMeetingDayException: 'within',
    merge: 'whole',
    split: 'whole',
    dissolve: 'whole',
    convert: 'whole',
  },
  members: {
    list: 'within',
    ids: 'within',
    first: 'within',
    rows: 'within',
    get: 'within',
    dossier: 'within',
    choices: 'free',
    check: 'within',
    create: 'within',
    save: 'within',
    saveHistory: 'within',
    saveRelatives: 'within',
    eventChoices: 'within',
    previewEvent: 'within',
    recordEvent: 'within',
    removeEvent: 'within',
    confirmTransfer: 'within',
    expiring: 'within',
    appointPost: 'within',
    endPost: 'within',
  },
  // An official attends cells of the whole office: quota and checks of a part would be wrong figures. The names are a
  // directory for everybody: whoever came to a meeting is found in it.
  officials: {
    list: 'within',
    get: 'whole',
    save: 'whole',
    changeTitle: 'whole',
    end: 'whole',
    assignments: 'whole',
    assign: 'whole',
    endAssignments: 'whole',
    handOver: 'whole',
    checks: 'whole',
    decisions: 'whole',
    saveDecision: 'whole',
    teams: 'whole',
    saveTeam: 'whole',
    endTeam: 'whole',
  },
  regulations: { list: 'free', choices: 'free', presets: 'free', loadPreset: 'whole', save: 'whole', end: 'whole' },
  attachments: { list: 'within', add: 'within', file: 'within', remove: 'within' },
  meetings: {
    list: 'within',
    visits: 'within',
    get: 'within',
    create: 'within',
    notHeld: 'within',
    remove: 'within',
    check: 'within',
    draft: 'within',
    keepDraft: 'within',
    agendas: 'within',
    countSheet: 'within',
    saveCounts: 'within',
    missing: 'within',
    absences: 'within',
    save: 'within',
    minutes: 'within',
    ratingWorkbook: 'within',
    minutesFile: 'within',
  },
  themes: {
    catalogue: 'within',
    saveTheme: 'whole',
    removeTheme: 'whole',
    plan: 'within',
    savePlan: 'within',
    copy: 'within',
    missing: 'within',
  },
  petitions: {
    list: 'within',
    get: 'within',
    similar: 'within',
    dueDate: 'free',
    create: 'within',
    save: 'within',
    step: 'within',
    link: 'within',
    remove: 'within',
    overdue: 'within',
    answeredNotTold: 'within',
    dueThisWeek: 'within',
    fields: 'free',
    bodies: 'free',
    saveBody: 'whole',
    addUsualBodies: 'whole',
  },
  schedule: {
    board: 'whole',
    plans: 'within',
    reasons: 'free',
    plan: 'whole',
    move: 'whole',
    setState: 'whole',
    propose: 'whole',
    accept: 'whole',
    unvisited: 'whole',
    file: 'whole',
  },
  visits: {
    ofMeeting: 'within',
    record: 'within',
    change: 'within',
    remove: 'within',
    events: 'within',
    eventKinds: 'free',
    saveEvent: 'within',
    removeEvent: 'within',
    reports: 'within',
    lateReports: 'within',
    report: 'within',
    saveReport: 'within',
    submitReport: 'within',
    returnReport: 'within',
    acceptReport: 'within',
  },
  ratings: {
    presets: 'free',
    loadPresets: 'whole',
    sheets: 'free',
    sheet: 'free',
    check: 'free',
    createSheet: 'whole',
    saveSheet: 'whole',
    adopt: 'whole',
    closeSheet: 'whole',
    deleteSheet: 'whole',
    ofMeeting: 'within',
    reckon: 'within',
    save: 'within',
    remove: 'within',
    periodGrades: 'within',
    decide: 'within',
  },
  remarks: { list: 'whole', notSent: 'whole', save: 'whole' },
  reports: {
    // Those that can be made of a part; deadlines and what is frozen are the whole office's.
    catalogue: 'within',
    ofPeriod: 'within',
    run: 'unit',
    lists: 'unit',
    explain: 'unit',
    file: 'unit',
    nationalList: 'unit',
  },
  reportLayouts: { get: 'free', save: 'whole', reset: 'whole', history: 'free' },
  documents: {
    catalogue: 'free',
    list: 'whole',
    preview: 'whole',
    explain: 'whole',
    saveText: 'whole',
    file: 'whole',
  },
  folders: { contents: 'whole', make: 'whole' },
  templates: { list: 'free', check: 'free', save: 'whole', restore: 'whole', file: 'free', starter: 'free' },
  frozen: {
    list: 'whole',
    get: 'whole',
    explain: 'whole',
    diff: 'whole',
    check: 'whole',
    freeze: 'whole',
    file: 'whole',
  },
  register: {
    list: 'whole',
    checks: 'whole',
    choices: 'whole',
    next: 'whole',
    prepare: 'whole',
    check: 'whole',
    issue: 'whole',
    save: 'whole',
    checkForm: 'whole',
    setState: 'whole',
    remove: 'whole',
    saveKinds: 'whole',
  },
  lists: { hand: 'free', export: 'free', members: 'within' },
  // An import matches names against the whole office; rows of a part cannot be told from rows that are new.
  imports: {
    preview: 'whole',
    decide: 'whole',
    sheet: 'whole',
    row: 'whole',
    fields: 'whole',
    unknownValues: 'whole',
    commit: 'whole',
    reconciliation: 'whole',
    reconciliationFile: 'whole',
    learnt: 'whole',
    forget: 'whole',
    drop: 'whole',
    runs: 'whole',
    run: 'whole',
    undoLast: 'whole',
  },
  collecting: { forms: 'whole', units: 'whole', make: 'whole', makeAll: 'whole' },
  packages: { make: 'whole', preview: 'whole', receive: 'whole', drop: 'whole', list: 'whole', units: 'whole' },
  people: {
    who: 'free',
    choose: 'free',
    list: 'whole',
    save: 'whole',
    setPassphrase: 'whole',
    showNumbers: 'free',
    coverNumbers: 'whole',
    handedOver: 'whole',
    note: 'free',
  },
  // One's own only.
  jobs: { list: 'free', cancel: 'free' },
  updates: { look: 'free', prepare: 'free' },
};

/** Reports whose figures of a unit are made of more than the unit: what an official owes, all their cells together. */
export const reportsOfWholeOffice: readonly string[] = ['BC-02'];

const rules: readonly string[] = ['within', 'unit', 'free'] satisfies ScopeRule[];

/** The rule of a procedure by its path. A path that is none is refused. */
export function scopeRuleOf(path: readonly string[]): ScopeRule {
  let here: unknown = scopes;
  for (const key of path) {
    here = typeof here === 'object' && here !== null && Object.hasOwn(here, key) ? Reflect.get(here, key) : undefined;
  }
  return isRule(here) ? here : 'whole';
}

const isRule = (value: unknown): value is ScopeRule => typeof value === 'string' && rules.includes(value);

/** Why somebody with a part of the office may not do what is of the whole, in words. */
export const ofWholeOffice = (scope: string): string =>
  `Việc này là của toàn sổ; người đang làm việc được giao phạm vi ${scope}. Nhờ người có quyền trên toàn sổ làm.`;
