import { serve } from '../worker/serve.ts';
import { wordReader } from './wordReader.ts';

serve('docx', () => wordReader);
