import { describe } from 'vitest';
import { collectorSuite } from './suite.ts';

describe('collector on PGlite', () => collectorSuite(() => ({})));
