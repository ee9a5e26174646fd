import type { FileOut } from '../contract/models.ts';
import { questionnairePaper } from '../documents/questionnaire.ts';
import { inLanguage } from '../documents/tree.ts';
import { questionsOf } from '../store/surveys.ts';
import { fileOfPaper } from './papers.ts';
import type { Program } from './program.ts';
import { anyModel, asked, optionName, surveyOf } from './surveyFacts.ts';

/** The questionnaire as a Word file or a PDF; large print for those who see badly. */
export async function questionnaire(program: Program, id: string, { language, large, format }: { readonly language: 'uk' | 'en'; readonly large: boolean; readonly format: 'docx' | 'pdf' }): Promise<FileOut> {
  const model = anyModel(program);
  const survey = surveyOf(program, id);
  const paper = questionnairePaper({
    language, large, name: survey.name, community: inLanguage(model.meta.title, language), teaching: model.meta.teaching !== null,
    // Places, sex and age are named in the language of the paper; everything else stands as it was written.
    questions: questionsOf(program.store().read, id).map((question) => asked(model, question)).map((question) => {
      const { role } = question;
      return language === 'uk' || role === '' || role === 'groups' ? question : { ...question, options: question.options.map((option) => ({ ...option, text: optionName(model, role, option).en ?? option.text })) };
    }),
  });
  return fileOfPaper(program, paper, format, `${survey.name}${large ? (language === 'uk' ? ' великим шрифтом' : ' large print') : ''}`);
}
