import { deploy } from './deploy.ts';
import { nothingMissed } from './nothing-missed.ts';
import { outage } from './outage.ts';
import { stampede } from './stampede.ts';
import type { Report, Size } from './support/report.ts';
import { visible } from './visible.ts';

/** All drills by name. */
export const drills: Record<string, (size: Size) => Promise<Report>> = {
  'visible': visible,
  'nothing-missed-sqlite': size => nothingMissed(size, 'sqlite'),
  'nothing-missed-postgres': size => nothingMissed(size, 'postgres'),
  'outage': outage,
  'stampede': stampede,
  'deploy': deploy,
};
