import type { PageViewModule } from '../pagesMode.ts';
import { createPageView } from './pageView.ts';

// The page loads this script when the pages of a PDF are first asked for, and takes what it leaves here.
(globalThis as unknown as { pageView: PageViewModule }).pageView = { createPageView };
