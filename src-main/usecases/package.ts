import type { minimalPackage as methods, PackageAnswer } from '../contract/api/package.ts';
import { Refusal } from '../contract/errors.ts';
import { packagePaper } from '../documents/package.ts';
import { answersOf, putAnswer, removeAnswer } from '../store/package.ts';
import { tidy } from './entered.ts';
import { FIGURE_AREAS } from './figures.ts';
import { fileOfPaper } from './papers.ts';
import { packageView } from './packageView.ts';
import { nameOfService, sentence, type Handlers } from './program.ts';

/** Use cases of the minimal package. */
export const minimalPackage: Handlers<keyof typeof methods> = {
  'package.view': (program, { year, scenario, level }) => packageView(program.model(year, scenario), level),
  'package.set': (program, { answers }) => {
    const { read } = program.store();
    const model = program.model(program.years().at(-1) ?? 0, 'base');
    const old = new Map(answersOf(read).map((answer) => [`${answer.service} ${answer.territory}`, answer]));
    const next = answers.map(({ service, territory, ...patch }) => {
      if (!model.service(service)?.basic) throw new Refusal('input.unknownId', { what: 'service', id: service });
      if (!model.territory(territory)) throw new Refusal('input.unknownId', { what: 'territory', id: territory });
      const before = old.get(`${service} ${territory}`);
      const way = patch.way === undefined ? before?.way ?? null : patch.way;
      if (way === null && patch.way === undefined) throw new Refusal('package.noWay', { service, territory });
      return { service, territory, way, basis: tidy(patch.basis ?? before?.basis ?? ''), asOf: patch.asOf ?? before?.asOf ?? '', note: tidy(patch.note ?? before?.note ?? '') };
    });
    const [first] = answers;
    const what = answers.length === 1 && first ? sentence('package.set', { service: nameOfService(program, first.service), place: model.territory(first.territory)?.name ?? first.territory }) : sentence('package.sets', { count: answers.length });
    return program.change(what, FIGURE_AREAS, (tx) => next.forEach((answer) => (answer.way === null ? removeAnswer(tx, answer.service, answer.territory) : putAnswer(tx, answer as PackageAnswer))));
  },
  'package.file': (program, { year, scenario, language, format }) => {
    const model = program.model(year, scenario);
    const paper = packagePaper({ language, year, community: model.meta.title, teaching: model.meta.teaching !== null, view: packageView(model, 'settlements') });
    return fileOfPaper(program, paper, format);
  },
};
