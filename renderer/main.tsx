import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { startDisplay } from './app/display.ts';
import { hearKeysFirst } from './app/keys.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
startDisplay();
hearKeysFirst();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
