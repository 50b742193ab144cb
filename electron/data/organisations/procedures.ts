import { os } from '../procedures.ts';
import { today } from '../today.ts';
import { listOrganisations } from './list-organisations.ts';
import { organisationPage } from './organisation-page.ts';

export const organisationProcedures = os.organisations.router({
  list: os.organisations.list.handler(({ context: { session }, input }) =>
    listOrganisations(session.office.db, { asOf: input.as_of ?? today(), all: input.all ?? false }),
  ),
  get: os.organisations.get.handler(({ context: { session }, input }) =>
    organisationPage(session.office.db, input.id, input.as_of ?? today()),
  ),
});
