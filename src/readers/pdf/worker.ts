import { serve } from '../worker/serve.ts';
import { pdfReader } from './pdfReader.ts';

serve('pdf', pdfReader);
