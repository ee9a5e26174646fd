import type { PackageAnswer } from '../contract/api/package.ts';
import type { Readable, Tx } from './handles.ts';

/** All answers, by service and place. */
export const answersOf = (read: Readable): readonly PackageAnswer[] =>
  read.all<PackageAnswer>('SELECT service, territory, way, basis, as_of AS "asOf", note FROM package_answer ORDER BY service, territory');

/** Adds an answer or changes it whole. */
export const putAnswer = (tx: Tx, { service, territory, way, basis, asOf, note }: PackageAnswer): number =>
  tx.run(`INSERT INTO package_answer (service, territory, way, basis, as_of, note) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET way = excluded.way, basis = excluded.basis, as_of = excluded.as_of, note = excluded.note`, service, territory, way, basis, asOf, note);

/** Takes an answer back: nobody has said. */
export const removeAnswer = (tx: Tx, service: string, territory: string): number => tx.run('DELETE FROM package_answer WHERE service = ? AND territory = ?', service, territory);

/** Answers of a place that is removed go with it. */
export const forgetAnswers = (tx: Tx, territory: string): number => tx.run('DELETE FROM package_answer WHERE territory = ?', territory);
