import '@mantine/core/styles.css';
import './theme.css';
import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { ErrorState, Waiting } from '../components/states.tsx';
import { UnlockScreen } from '../features/access/UnlockScreen.tsx';
import { HelpOnF1 } from '../features/help/HelpDrawer.tsx';
import { StartScreen } from '../features/office/StartScreen.tsx';
import { ChooseWorker } from '../features/people/ChooseWorker.tsx';
import { UpdateOnMenu } from '../features/updates/UpdateDialog.tsx';
import { api } from './data.ts';
import { schemeManager } from './display.ts';
import { Frame } from './frame/Frame.tsx';
import { NoticeProvider } from './frame/Notices.tsx';
import { isGivenUp, useIsLocked } from './lock-gate.ts';
import { PeriodProvider } from './period-state.tsx';
import { theme } from './theme.ts';
import { useOfficeMenu } from './use-office.ts';

/** The window: the start screen while no office is open, else the frame with its places. */
export function App({ queries }: { queries: QueryClient }) {
  return (
    <QueryClientProvider client={queries}>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        colorSchemeManager={schemeManager}
        withCssVariables={false}
        withGlobalClasses={false}
        withStaticClasses={false}
      >
        <Router hook={useHashLocation}>
          <NoticeProvider>
            <Office />
            <UpdateOnMenu />
            <Lock />
          </NoticeProvider>
        </Router>
      </MantineProvider>
    </QueryClientProvider>
  );
}

/** Stands above whatever is open, dialogs too; what is under it keeps its state. */
function Lock() {
  return useIsLocked() ? <UnlockScreen /> : null;
}

function Office() {
  const office = useQuery(api.office.current.queryOptions({ input: {} }));
  const worker = useQuery(api.people.who.queryOptions());
  const menuRefusal = useOfficeMenu(office.data != null);
  if (office.isPending) return <Waiting />;
  if (office.isError) return <ErrorState error={office.error} />;
  if (!office.data) {
    return (
      <>
        <StartScreen menuRefusal={menuRefusal} />
        <HelpOnF1 start />
      </>
    );
  }
  if (worker.data?.user === null && worker.data.choices.length > 0) {
    return <ChooseWorker choices={worker.data.choices} />;
  }
  return (
    <PeriodProvider key={office.data.path} months={office.data.months}>
      <Frame office={office.data} />
      <HelpOnF1 />
      {menuRefusal !== null && !isGivenUp(menuRefusal.error) && (
        <div className="notice">
          <ErrorState error={menuRefusal.error} />
        </div>
      )}
    </PeriodProvider>
  );
}
