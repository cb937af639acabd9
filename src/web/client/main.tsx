import './styles/designsystem.css';
import '@digdir/designsystemet-css/theme.css';
import './styles/fonts.css';
import './styles/page.css';
import './styles/print.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './data/api/problem.js';
import { forgetOldUnsaved } from './data/browser/kept-unsaved.js';
import { startLanguage } from './data/language/i18n.js';
import { App } from './shell/app.js';
import { startColourScheme } from './shell/colour-scheme.js';
import { adoptPalettes } from './styles/palette-sheet.js';

const queries = new QueryClient({
  defaultOptions: {
    // A change that cannot be sent fails at once and visibly: it must not wait unseen and be sent later without asking.
    mutations: { networkMode: 'always' },
    queries: {
      staleTime: 60_000,
      // Retrying does not change a response of the service; it may help when the service was unreachable.
      retry: (failures, error) => error instanceof ApiProblem && error.status === 0 && failures < 2,
    },
  },
});

const place = document.getElementById('page');
if (!place) throw new Error('index.html has no #page');
startColourScheme();
forgetOldUnsaved();
adoptPalettes();
// Not awaited on the way: bundlers leave files apart that they could join where a module waits.
void startLanguage().then(() =>
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  ),
);
