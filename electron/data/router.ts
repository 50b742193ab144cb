import { attachmentProcedures } from './attachments/procedures.ts';
import { collectingProcedures } from './collecting/procedures.ts';
import { helpProcedures } from './help/procedures.ts';
import { homeProcedures } from './home/procedures.ts';
import { importProcedures } from './importing/procedures.ts';
import { registerProcedures } from './issuing/procedures.ts';
import { jobProcedures } from './jobs/procedures.ts';
import { listProcedures } from './lists/procedures.ts';
import { meetingProcedures } from './meetings/procedures.ts';
import { memberProcedures } from './members/procedures.ts';
import { backupProcedures } from './office-file/backups/procedures.ts';
import { accessProcedures } from './office-file/keys/procedures.ts';
import { openingProcedures } from './office-file/opening-procedures.ts';
import { officeProcedures } from './office-file/procedures.ts';
import { officialProcedures } from './officials/procedures.ts';
import { organisationProcedures } from './organisations/procedures.ts';
import { packageProcedures } from './packages/procedures.ts';
import { peopleProcedures } from './people/procedures.ts';
import { petitionProcedures } from './petitions/procedures.ts';
import { os } from './procedures.ts';
import { ratingProcedures } from './ratings/procedures.ts';
import { regulationProcedures } from './regulations/procedures.ts';
import { remarkProcedures } from './remarks/procedures.ts';
import { documentProcedures } from './reporting/document-procedures.ts';
import { frozenProcedures } from './reporting/frozen/procedures.ts';
import { reportLayoutProcedures } from './reporting/layouts/procedures.ts';
import { minutesProcedures } from './reporting/minutes-procedures.ts';
import { folderProcedures } from './reporting/period-folder/procedures.ts';
import { reportProcedures } from './reporting/procedures.ts';
import { ruleProcedures } from './rules/procedures.ts';
import { scheduleProcedures } from './schedule/procedures.ts';
import { settingsProcedures } from './settings/procedures.ts';
import { templateProcedures } from './templates/procedures.ts';
import { themeProcedures } from './themes/procedures.ts';
import { updateProcedures } from './updates/procedures.ts';
import { visitProcedures } from './visits/procedures.ts';

/** The contract, answered by the rooms. Served over a MessagePort, loopback HTTP and direct calls alike. */
export const router = os.router({
  office: officeProcedures,
  opening: openingProcedures,
  access: accessProcedures,
  backups: backupProcedures,
  help: helpProcedures,
  home: homeProcedures,
  settings: settingsProcedures,
  rules: ruleProcedures,
  organisations: organisationProcedures,
  members: memberProcedures,
  officials: officialProcedures,
  regulations: regulationProcedures,
  attachments: attachmentProcedures,
  meetings: { ...meetingProcedures, ...minutesProcedures },
  petitions: petitionProcedures,
  schedule: scheduleProcedures,
  visits: visitProcedures,
  ratings: ratingProcedures,
  remarks: remarkProcedures,
  themes: themeProcedures,
  reports: reportProcedures,
  reportLayouts: reportLayoutProcedures,
  documents: documentProcedures,
  folders: folderProcedures,
  templates: templateProcedures,
  frozen: frozenProcedures,
  register: registerProcedures,
  lists: listProcedures,
  imports: importProcedures,
  collecting: collectingProcedures,
  packages: packageProcedures,
  people: peopleProcedures,
  jobs: jobProcedures,
  updates: updateProcedures,
});
