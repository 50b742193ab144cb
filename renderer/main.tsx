import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { askFirst } from './app/ask-first.ts';
import { createQueryClient } from './app/data.ts';
import { startDisplay } from './app/display.ts';
import { hearKeysFirst } from './app/keys.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const queries = createQueryClient();
askFirst(queries);
startDisplay();
hearKeysFirst();
createRoot(root).render(
  <StrictMode>
    <App queries={queries} />
  </StrictMode>,
);
