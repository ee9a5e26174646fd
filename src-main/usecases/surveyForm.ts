import type { Question } from '../contract/api/surveys.ts';
import { ROLES } from '../contract/lists.ts';
import type { PlanModel } from './model.ts';
import type { Program } from './program.ts';
import type { Template } from './surveyFacts.ts';

/** Questions of the built-in questionnaire: who answers, every service of the classifier whose name is confirmed in plain words, and what is missing. */
export function newQuestions(program: Program, model: PlanModel, template: Template, language: 'uk' | 'en'): readonly Question[] {
  const make = (question: Partial<Question> & Pick<Question, 'kind' | 'title'>): Question => ({ id: program.newId(), role: '', options: [], service: '', max: 5, ...question });
  const strata = ROLES.filter((role) => role !== 'territory' || model.children(model.root).length > 0).map((role) => make({
    kind: role === 'groups' ? 'multiple' : 'single', role, title: template.questions[role][language],
    options: role === 'groups' ? template.groups.map((group) => ({ id: group.id, text: group[language] })) : [],
  }));
  return [
    ...strata,
    ...template.services.filter((service) => program.book().service(service.id)).map((service) => make({ kind: 'service', title: service[language], service: service.id })),
    make({ kind: 'open', title: template.questions.open[language] }),
  ];
}
