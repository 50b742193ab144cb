import { Redirect, Route, Switch } from 'wouter';
import type { OfficeInfo } from '../../electron/contract/office.ts';
import { CollectingScreen } from '../features/collecting/CollectingScreen.tsx';
import { DocumentScreen } from '../features/documents/DocumentScreen.tsx';
import { DocumentsScreen } from '../features/documents/DocumentsScreen.tsx';
import { FrozenReportScreen } from '../features/frozen/FrozenReportScreen.tsx';
import { FrozenScreen } from '../features/frozen/FrozenScreen.tsx';
import { HelpScreen } from '../features/help/HelpScreen.tsx';
import { HomeScreen } from '../features/home/HomeScreen.tsx';
import { ImportScreen } from '../features/imports/ImportScreen.tsx';
import { AbsencesScreen } from '../features/meetings/AbsencesScreen.tsx';
import { CountsScreen } from '../features/meetings/CountsScreen.tsx';
import { MeetingScreen } from '../features/meetings/MeetingScreen.tsx';
import { MeetingsScreen } from '../features/meetings/MeetingsScreen.tsx';
import { MemberScreen } from '../features/members/MemberScreen.tsx';
import { MembersScreen } from '../features/members/MembersScreen.tsx';
import { NewMemberScreen } from '../features/members/NewMemberScreen.tsx';
import { HistoryScreen } from '../features/office/HistoryScreen.tsx';
import { OfficialsScreen } from '../features/officials/OfficialsScreen.tsx';
import { ConvertScreen } from '../features/organisations/ConvertScreen.tsx';
import { OrganisationsScreen } from '../features/organisations/OrganisationsScreen.tsx';
import { PackagesScreen } from '../features/packages/PackagesScreen.tsx';
import { PeriodFolderScreen } from '../features/period-folder/PeriodFolderScreen.tsx';
import { PetitionsScreen } from '../features/petitions/PetitionsScreen.tsx';
import { ScoringScreen } from '../features/ratings/ScoringScreen.tsx';
import { SheetScreen } from '../features/ratings/SheetScreen.tsx';
import { RegisterScreen } from '../features/register/RegisterScreen.tsx';
import { RemarksScreen } from '../features/remarks/RemarksScreen.tsx';
import { ReportLayoutScreen } from '../features/report-layouts/ReportLayoutScreen.tsx';
import { ReportScreen } from '../features/reports/ReportScreen.tsx';
import { ReportsScreen } from '../features/reports/ReportsScreen.tsx';
import { ProposalScreen } from '../features/schedule/ProposalScreen.tsx';
import { ScheduleScreen } from '../features/schedule/ScheduleScreen.tsx';
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx';
import { ThemesScreen } from '../features/themes/ThemesScreen.tsx';
import { VisitReportScreen } from '../features/visits/VisitReportScreen.tsx';

/** One address a screen; the record that is open beside a list is part of it, so "back" finds it again. */
export function Routes({ office }: { office: OfficeInfo }) {
  return (
    <Switch>
      <Route path="/today">
        <HomeScreen hasCells={office.counts.cells > 0} />
      </Route>
      <Route path="/organisations/convert">
        <ConvertScreen />
      </Route>
      <Route path="/organisations/:id?">{({ id }) => <OrganisationsScreen selected={id} />}</Route>
      <Route path="/members/new">
        <NewMemberScreen />
      </Route>
      <Route path="/members/:id/page">{({ id }) => <MemberScreen key={id} id={id} />}</Route>
      <Route path="/members/:id?">{({ id }) => <MembersScreen selected={id} />}</Route>
      <Route path="/officials/:id?">{({ id }) => <OfficialsScreen selected={id} />}</Route>
      <Route path="/schedule">
        <ScheduleScreen />
      </Route>
      <Route path="/schedule/proposal">
        <ProposalScreen />
      </Route>
      <Route path="/schedule/reports/:id">{({ id }) => <VisitReportScreen key={id} id={id} />}</Route>
      <Route path="/meetings">
        <MeetingsScreen />
      </Route>
      <Route path="/meetings/entry">
        <CountsScreen />
      </Route>
      <Route path="/meetings/absences">
        <AbsencesScreen />
      </Route>
      <Route path="/meetings/:id">{({ id }) => <MeetingScreen key={id} id={id} />}</Route>
      <Route path="/petitions/:id?">{({ id }) => <PetitionsScreen selected={id} />}</Route>
      <Route path="/remarks">
        <RemarksScreen />
      </Route>
      <Route path="/themes">
        <ThemesScreen />
      </Route>
      <Route path="/scoring">
        <ScoringScreen view="sheets" />
      </Route>
      <Route path="/scoring/grades">
        <ScoringScreen view="grades" />
      </Route>
      <Route path="/scoring/sheet/:id">{({ id }) => <SheetScreen key={id} id={id} />}</Route>
      <Route path="/documents/register">
        <RegisterScreen />
      </Route>
      <Route path="/documents/folder">
        <PeriodFolderScreen />
      </Route>
      <Route path="/reports">
        <ReportsScreen />
      </Route>
      <Route path="/reports/frozen">
        <FrozenScreen />
      </Route>
      <Route path="/reports/frozen/:id">{({ id }) => <FrozenReportScreen key={id} id={id} />}</Route>
      <Route path="/reports/:code/layout">{({ code }) => <ReportLayoutScreen key={code} code={code} />}</Route>
      <Route path="/reports/:code">{({ code }) => <ReportScreen key={code} code={code} />}</Route>
      <Route path="/documents">
        <DocumentsScreen />
      </Route>
      <Route path="/documents/:code/:about">
        {({ code, about }) => <DocumentScreen key={code} code={code} about={about} />}
      </Route>
      <Route path="/imports/forms">
        <CollectingScreen />
      </Route>
      <Route path="/imports/packages">
        <PackagesScreen />
      </Route>
      <Route path="/imports">
        <ImportScreen />
      </Route>
      <Route path="/history">
        <HistoryScreen />
      </Route>
      <Route path="/help/:page?">{({ page }) => <HelpScreen asked={page} />}</Route>
      <Route path="/settings/:part?">{({ part }) => <SettingsScreen asked={part} />}</Route>
      <Route>
        <Redirect to={office.counts.cells === 0 ? '/imports' : '/today'} replace />
      </Route>
    </Switch>
  );
}
