import { Refusal } from '../contract/errors.ts';
import type { CommunityCard, library as methods, PlanFile } from '../contract/api/library.ts';
import type { BundledData } from '../reference/load.ts';
import { communityHit, createSearch, type CommunitySearch } from '../reference/search.ts';
import { renderTable, XLSX_MIME } from '../documents/xlsx.ts';
import { listBackups, restoreBackup } from '../store/backup.ts';
import { ensureFolder, freePlanPath, isThere, listFolder, planFiles, planPath } from '../store/files.ts';
import { peekHeld, peekPlan, type PlanGlance } from '../store/open.ts';
import { base64 } from './bytes.ts';
import { planInfo } from './planView.ts';
import { today, type Handlers, type Program } from './program.ts';
import { finishSample, seedSample } from './samples.ts';
import { bundledFigures, seedCommunity, seedManual } from './seed.ts';

const searches = new WeakMap<BundledData, (query: string, limit: number) => CommunitySearch>();
function searchIn({ data }: Program): (query: string, limit: number) => CommunitySearch {
  let search = searches.get(data);
  if (!search) searches.set(data, search = createSearch(data.communities()));
  return search;
}

function planFile(file: { path: string; file: string; modified: string }): PlanFile {
  const shown = (glance: PlanGlance | null) => ({
    ...file, title: glance?.title ?? null, place: glance?.place ?? null, years: glance?.years ?? [], needsKnown: glance?.known ?? 0, needsAll: glance?.all ?? 0, teaching: glance?.teaching ?? false,
  });
  try {
    return { ...shown(peekPlan(file.path)), problem: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...shown(error.code === 'plan.locked' ? peekHeld(file.path) : null), problem: { code: error.code, kind: 'data', details: error.details } };
  }
}

/** A file name people recognise: «Срібне-2027». */
const suggested = (name: string, year: number): string => `${name.replaceAll(/[<>:"/\\|?*]/g, '')}-${year}`;

function communityOf(program: Program, code: string) {
  const community = program.data.community(code);
  if (!community) throw new Refusal('input.unknownId', { what: 'community', id: code });
  return community;
}

function cardOf(program: Program, code: string, year: number): CommunityCard {
  const c = communityOf(program, code);
  return {
    ...communityHit(c), figures: bundledFigures(program.data, c, year).filter((figure) => figure.territory === c.code).length, area: c.area, settlements: c.settlements.total,
    neighbours: c.neighbours, idpBalance: c.idpBalance, declarations: c.declarations?.total ?? null, suggestedFile: suggested(c.center.name.uk, year),
  };
}

/** Use cases of the library of plans and of the program itself. */
export const library: Handlers<keyof typeof methods> = {
  'app.info': (program) => ({
    version: program.version, referenceVersion: program.latest().version, dataVersion: program.data.version, communities: program.data.communityCount(),
    library: program.library(), portable: program.portable,
  }),
  'settings.get': (program) => program.settings(),
  'settings.set': (program, patch) => {
    const settings = { ...program.settings(), ...Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) };
    program.saveSettings(settings);
    return settings;
  },
  'library.list': (program) => planFiles(ensureFolder(program.library())).map(planFile),
  'library.folder': (_program, { path }) => listFolder(path),
  'library.setFolder': (program, { path }) => {
    if (!isThere(path)) throw new Refusal('folder.notFound', { path });
    program.setLibrary(path);
    return library['app.info'](program, {}) as Awaited<ReturnType<typeof library['app.info']>>;
  },
  'community.search': (program, { query, limit }) => searchIn(program)(query, limit),
  'community.card': (program, { code, year }) => cardOf(program, code, year),
  'plan.create': (program, { community, year, file }) => {
    const folder = ensureFolder(program.library());
    const name = 'code' in community ? communityOf(program, community.code).center.name.uk : community.name;
    const path = file === undefined ? freePlanPath(folder, suggested(name, year)) : planPath(folder, file);
    const at = program.now().toISOString();
    return planInfo(program.createPlan(path, (tx) => {
      if ('code' in community) seedCommunity(tx, program.data, program.latest(), communityOf(program, community.code), year, today(program), at);
      else seedManual(tx, program.data, program.latest(), community, program.newId(), year, today(program));
    }));
  },
  'plan.sample': async (program, { sample, file }) => {
    const folder = ensureFolder(program.library());
    const path = file === undefined ? freePlanPath(folder, sample === 'sribne' ? 'Срібне-2020' : 'Навчальна') : planPath(folder, file);
    program.createPlan(path, (tx) => seedSample(tx, program, sample));
    await finishSample(program, sample);
    return planInfo(program.store());
  },
  'plan.open': (program, { path, readOnly }) => planInfo(program.openPlan(path, readOnly)),
  'plan.close': (program) => { program.closePlan(); return null; },
  'plan.current': (program) => (program.hasPlan() ? planInfo(program.store()) : null),
  'plan.saveCopy': (program, { folder, file, history }) => {
    if (!isThere(folder)) throw new Refusal('folder.notFound', { path: folder });
    const path = planPath(folder, file);
    program.store().saveCopy(path, history);
    return { path };
  },
  'plan.backups': (program, { path }) => {
    const plan = path === '' ? program.store().path : path;
    return listBackups(plan, program.backupFolder(plan));
  },
  'plan.restore': (program, { path, backup }) => {
    if (program.hasPlan() && program.store().path === path) program.closePlan();
    restoreBackup(path, backup, program.now(), program.backupFolder(path));
    return planInfo(program.openPlan(path, false));
  },
  'table.xlsx': async (_program, table) => ({ name: `${table.title.replaceAll(/[<>:"/\\|?*]/g, ' ').trim() || 'table'}.xlsx`, mime: XLSX_MIME, base64: base64(await renderTable(table)) }),
};
