import { inject } from 'vitest';

// Runs in each suite's process before the suite.
process.env['TEST_POSTGRES'] = JSON.stringify(inject('postgres'));
