import { serve } from '../worker/serve.ts';
import { htmlReader } from './htmlReader.ts';

serve('html', () => htmlReader);
