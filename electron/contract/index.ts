import { accessContract } from './access.ts';
import { officialsContract } from './assignments.ts';
import { attachmentsContract } from './attachments.ts';
import { backupsContract } from './backups.ts';
import { collectingContract } from './collecting.ts';
import { documentsContract } from './documents.ts';
import { foldersContract } from './folders.ts';
import { frozenContract } from './frozen.ts';
import { helpContract } from './help.ts';
import { homeContract } from './home.ts';
import { importsContract } from './imports.ts';
import { jobsContract } from './jobs.ts';
import { listsContract } from './lists.ts';
import { meetingsContract } from './meetings.ts';
import { membersContract } from './members.ts';
import { officeContract } from './office.ts';
import { openingContract } from './opening.ts';
import { organisationsContract } from './organisations.ts';
import { packagesContract } from './packages.ts';
import { peopleContract } from './people.ts';
import { petitionsContract } from './petitions.ts';
import { ratingsContract } from './ratings.ts';
import { registerContract } from './register.ts';
import { regulationsContract } from './regulations.ts';
import { remarksContract } from './remarks.ts';
import { reportLayoutsContract } from './report-layouts.ts';
import { reportsContract } from './reports.ts';
import { rulesContract } from './rules.ts';
import { scheduleContract } from './schedule.ts';
import { settingsContract } from './settings.ts';
import { templatesContract } from './templates.ts';
import { themesContract } from './themes.ts';
import { updatesContract } from './updates.ts';
import { visitsContract } from './visits.ts';

/** All that may be asked of the data side: by the window, the browser host and the command line alike. */
export const contract = {
  office: officeContract,
  opening: openingContract,
  access: accessContract,
  backups: backupsContract,
  help: helpContract,
  home: homeContract,
  settings: settingsContract,
  rules: rulesContract,
  organisations: organisationsContract,
  members: membersContract,
  officials: officialsContract,
  regulations: regulationsContract,
  attachments: attachmentsContract,
  meetings: meetingsContract,
  themes: themesContract,
  petitions: petitionsContract,
  schedule: scheduleContract,
  visits: visitsContract,
  ratings: ratingsContract,
  remarks: remarksContract,
  reports: reportsContract,
  reportLayouts: reportLayoutsContract,
  documents: documentsContract,
  folders: foldersContract,
  templates: templatesContract,
  frozen: frozenContract,
  register: registerContract,
  lists: listsContract,
  imports: importsContract,
  collecting: collectingContract,
  packages: packagesContract,
  people: peopleContract,
  jobs: jobsContract,
  updates: updatesContract,
};

export type Contract = typeof contract;
