import { chromium } from '@playwright/test';
import { BROWSER_ARGS, chromiumPath } from '../helpers/chromium.ts';
import { startProgram } from '../helpers/program.ts';
import { timesOf, type Times } from './numbers.ts';
import { YEAR, type LargestPlan } from './plan.ts';

export async function measureWindow(library: string, plan: LargestPlan, edits: number): Promise<{ readonly times: readonly Times[]; readonly problem: string | null }> {
  return { times: [], problem: 'not yet' };
}
