import './frame.css';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { OfficeInfo } from '../../../electron/contract/office.ts';
import { focusList } from '../../components/focus-list.ts';
import { useAutoLock } from '../../features/access/use-auto-lock.ts';
import { JobsDrawer } from '../../features/jobs/JobsDrawer.tsx';
import { useJobsWatch } from '../../features/jobs/use-jobs.ts';
import { chordOf, useKeys } from '../keys.ts';
import { furtherScreens, placeOf, places } from '../places.ts';
import { notePlace } from '../previous.ts';
import { Routes } from '../Routes.tsx';
import { Header } from './Header.tsx';
import { Navigation } from './Navigation.tsx';
import { Palette } from './Palette.tsx';
import { StatusBar } from './StatusBar.tsx';
import { useMenu } from './use-menu.ts';

/** Navigation on the left, one period and one search above, the office below, the place in the middle. */
export function Frame({ office }: { office: OfficeInfo }) {
  const [searching, setSearching] = useState(false);
  const [listing, setListing] = useState(false);
  const going = useJobsWatch();
  const [location, navigate] = useLocation();
  // While drawing, so that the page drawn below already knows where it was opened from.
  notePlace(location);
  const queries = useQueryClient();
  const goTo = (number: number) => {
    const place = places[number - 1];
    if (!place) return;
    navigate(place.path);
    // From a field or a button of the place itself: back to its list.
    focusList();
  };
  const refresh = () => void queries.invalidateQueries();
  const { encrypted, lock } = useAutoLock();
  useKeys({
    ...(encrypted ? { 'ctrl+shift+l': lock } : {}),
    'ctrl+k': () => setSearching(true),
    'ctrl+j': () => setListing(true),
    'ctrl+,': () => navigate('/settings'),
    f5: refresh,
    'alt+arrowleft': () => window.history.back(),
    ...Object.fromEntries(
      places
        .slice(0, 9)
        .map((_, index) => [`alt+${index + 1}`, (event: KeyboardEvent) => goTo(Number(chordOf(event).slice(-1)))]),
    ),
  });
  useMenu({
    ...{ goTo, navigate, refresh, find: () => setSearching(true), jobs: () => setListing(true) },
    lock: encrypted ? lock : () => navigate('/settings/security'),
  });
  const place = placeOf(location);
  const title = (place ?? furtherScreens.find(({ path }) => location.startsWith(path)))?.label ?? '';
  return (
    <div className="frame">
      <Navigation current={place?.path ?? ''} />
      <div className="frame-main">
        <Header title={title} months={office.months} onSearch={() => setSearching(true)} />
        <main className="frame-place">
          <Routes office={office} />
        </main>
      </div>
      <StatusBar office={office} onLock={encrypted ? lock : null} going={going} onJobs={() => setListing(true)} />
      {listing && <JobsDrawer onClose={() => setListing(false)} />}
      {searching && <Palette onClose={() => setSearching(false)} />}
    </div>
  );
}
