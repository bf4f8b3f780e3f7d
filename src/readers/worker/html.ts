import { htmlReader } from '../html/htmlReader.ts';
import { serve } from './serve.ts';

serve('html', () => htmlReader);
