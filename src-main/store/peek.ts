import { existsSync, statSync } from 'node:fs';
import type { Label } from '../contract/models.ts';
import { handlesOf, type Readable } from './handles.ts';
import { isMarked, mustBeWhole } from './check.ts';
import { journalPath, openToRead } from './look.ts';
import { metaOf, yearsOf } from './meta.ts';
import { savedAtOf } from './changes.ts';
import { openHere } from './registry.ts';
import { refusing } from './sqliteErrors.ts';

/** What the library list shows of a plan. */
export interface PlanGlance {
  readonly title: Label;
  readonly place: Label;
  readonly community: string | null;
  readonly years: readonly number[];
  /** Services of the plan whose number of identified persons is known in the newest year, for the community or for all its parts (carried figures do not count). */
  readonly known: number;
  /** Services of the plan. */
  readonly all: number;
  /** The figures are invented or of a shipped sample. */
  readonly teaching: boolean;
  /** ISO time of the last stored change, null when there was none. */
  readonly savedAt: string | null;
}

/** Bytes up to which a look includes the full check. */
const SMALL = 8_000_000;

/**
 * A cheap look at a plan for the library list; never writes, creates no file beside it. A plan open in this process is looked at
 * through its own connection. Refuses `plan.notFound`, `plan.foreign`, `plan.newer`, `plan.damaged`, `plan.journalMissing`, `plan.locked`.
 * Checked like at opening when it is small or was not closed; in a large one damage off the few pages read shows only at opening.
 */
export function peekPlan(path: string): PlanGlance {
  const here = openHere(path);
  if (here) return glanceOf(here.read);
  const journal = existsSync(journalPath(path));
  const db = openToRead(path, false);
  try {
    return refusing({ path }, () => {
      if (isMarked(db) || statSync(path).size < SMALL) mustBeWhole(db, path, journal);
      return glanceOf(handlesOf(db).read);
    });
  } finally {
    db.close();
  }
}

/** A look at a plan that another program holds, as it stood between two changes; null when it cannot be had right now. Never writes. */
export function peekHeld(path: string): PlanGlance | null {
  if (openHere(path)) return null;
  try {
    const db = openToRead(path, true);
    try {
      return glanceOf(handlesOf(db).read);
    } finally {
      db.close();
    }
  } catch {
    return null; // the list says who holds it, which is what matters
  }
}

function glanceOf(read: Readable): PlanGlance {
  const meta = metaOf(read);
  const years = yearsOf(read);
  const rows = read.all<{ service: string }>(
    `SELECT service FROM figure WHERE year = ? AND scenario = 'base' AND measure = 'identified' AND grp = '' AND provider = '' AND value IS NOT NULL AND state <> 'carried'
     AND (territory = ? OR territory IN (SELECT id FROM territory WHERE parent = ?)) GROUP BY service
     HAVING MAX(territory = ?) = 1 OR COUNT(DISTINCT territory) = (SELECT COUNT(*) FROM territory WHERE parent = ?)`,
    years.at(-1) ?? 0, meta.root, meta.root, meta.root, meta.root,
  );
  const services = new Set(meta.services);
  return {
    title: meta.title, place: meta.place, community: meta.community, years, known: rows.filter((row) => services.has(row.service)).length, all: services.size,
    teaching: meta.teaching !== null, savedAt: savedAtOf(read),
  };
}
