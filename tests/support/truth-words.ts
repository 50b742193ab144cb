// The codes of truth.json in the words of the office file.

const features: Readonly<Record<string, string>> = {
  VUNG_SAU: 'remote',
  BIEN_GIOI: 'border',
  DTTS: 'ethnic_minority',
  TON_GIAO: 'religious',
  KHO_KHAN: 'hardship',
};

const statuses: Readonly<Record<string, string>> = {
  DSH: 'active',
  MSH: 'exempt',
  TTD: 'temporarily_away',
  TAM_MIEN: 'temporarily_exempt',
  DCSH: 'suspended',
  CD: 'transferred_out',
  XT: 'name_removed',
  TT: 'deceased',
  SHTT_DEN: 'temporarily_received',
};

const meetingKinds: Readonly<Record<string, string>> = {
  REGULAR: 'regular',
  THEMATIC: 'thematic',
  COMBINED: 'regular_with_thematic',
  EXTRAORDINARY: 'extraordinary',
  CONGRESS: 'congress',
};

const grades: Readonly<Record<string, string>> = { TOT: 'good', KHA: 'fair', TB: 'average', KEM: 'poor' };

const memberFields: Readonly<Record<string, string>> = {
  sex: 'gender',
  joined_on: 'admission_date',
  official_on: 'full_member_date',
  card_number: 'old_card_no',
  citizen_id: 'personal_id',
};

const posts: Readonly<Record<string, string>> = {
  secretary: 'Bí thư chi bộ',
  deputy_secretary: 'Phó Bí thư chi bộ',
  committee_member: 'Chi ủy viên',
};

const outcomes: Readonly<Record<string, string>> = {
  ATTENDED: 'attended',
  CLAIMED: 'attended',
  RESCHEDULED: 'rescheduled',
  SUBSTITUTED: 'substitute_sent',
  MISSED_REASON: 'missed',
  MISSED_NO_REASON: 'missed',
};

/** The issues of severity info that the samples' READMEs list; others only explain what the importer did. */
export const expectedInfos: ReadonlySet<string> = new Set([
  'due_mismatch',
  'namesake_officials',
  'repeated_petition',
  'only_in_csdl',
]);

const petitionFields: Readonly<Record<string, string>> = {
  DAT_DAI: 'land',
  GIAO_THONG: 'traffic',
  THUY_LOI: 'irrigation',
  DIEN_NUOC: 'utilities',
  Y_TE: 'health',
  GIAO_DUC: 'education',
  CHINH_SACH: 'social_policy',
  NTM: 'new_countryside',
  ANTT: 'security',
  MOI_TRUONG: 'environment',
  XAY_DUNG_DANG: 'party_building',
  KHAC: 'other',
};

const petitionAuthorities = {
  CHI_BO: 'cell',
  XA: 'commune',
  HUYEN: 'district',
  TINH: 'province',
  TW: 'central',
} as const;

export function petitionField(code: string): string {
  return petitionFields[code] ?? code;
}

export function petitionAuthority(code: keyof typeof petitionAuthorities) {
  return petitionAuthorities[code];
}

export function organisationKind(kind: string, isRootOfCommune: boolean): string {
  if (kind === 'DB_HUYEN') return 'committee';
  if (kind === 'DB_CS' || isRootOfCommune) return 'grassroots_committee';
  return kind === 'CB_CS' ? 'grassroots_cell' : 'cell';
}

export function featureFlag(feature: string): string {
  return features[feature] ?? feature;
}

export function statusKind(status: string): string {
  return statuses[status] ?? status;
}

export function meetingKind(type: string | null): string | null {
  return type === null ? null : (meetingKinds[type] ?? type);
}

export function grade(code: string | null): string | null {
  return code === null ? null : (grades[code] ?? code);
}

export function gender(sex: 'M' | 'F' | null): string | null {
  return sex === null ? null : sex === 'M' ? 'male' : 'female';
}

export function memberField(field: string): string {
  return memberFields[field] ?? field;
}

export function postLabel(position: string): string {
  return posts[position] ?? position;
}

/** What was reported of a plan; nothing when it does not appear in the results. */
export function plannedState({ outcome, in_result }: { outcome: string; in_result: boolean }): string {
  return in_result ? (outcomes[outcome] ?? outcome) : 'planned';
}
