import type { DocumentAbout } from '../../contract/documents.ts';
import type { OrganisationBasis } from '../../contract/reports.ts';
import type { DocumentFacts } from '../issuing/issue-document.ts';
import { aboutKey } from './document.ts';
import { reports } from './reports/index.ts';
import { decapitalised } from './reports/prose/phrases.ts';
import type { ReportHead } from './run-report.ts';

/** Whether a table is meant and no document: a code may be both (BC-10), but only a document is about a record. */
export function isTable({ code, about }: { code: string; about: DocumentAbout }): boolean {
  return about.id === undefined && reports.some((report) => report.code === code);
}

/** A table by the organisation of then and one folded into that of now (R26) are two, each with a number of its own. */
export function tableKey(about: DocumentAbout, basis: OrganisationBasis = 'then'): string {
  return basis === 'now' ? `${aboutKey(about)}/now` : aboutKey(about);
}

/** A return form goes up as the report (Báo cáo) it would otherwise be an annex of. */
export const tableKind = 'BC';

/** What a return form is, for the register. */
export function tableFacts({ report, scope, unitName }: ReportHead, about: DocumentAbout): DocumentFacts {
  const subject = [
    report.title,
    decapitalised(scope.period.label),
    ...(unitName === null ? [] : [unitName]),
    ...(scope.organisedOn === null ? [] : ['quy về tổ chức hiện nay']),
  ];
  return {
    ...{ code: report.code, about: tableKey(about, scope.organisedOn === null ? 'then' : 'now'), kindCode: tableKind },
    ...{ issuer: 'committee', organisationId: null, subject: subject.join(', '), day: scope.asOf },
  };
}
