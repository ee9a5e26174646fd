import type { FileOut } from '../contract/models.ts';
import { questionnairePaper } from '../documents/questionnaire.ts';
import { writerOf } from '../documents/writer.ts';
import { questionsOf } from '../store/surveys.ts';
import { base64 } from './bytes.ts';
import type { Program } from './program.ts';
import { anyModel, asked, optionName, surveyOf } from './surveyFacts.ts';

const none = (): Promise<never> => Promise.reject(new Error('a questionnaire has no pictures'));

/** The questionnaire as a Word file or a PDF; large print for those who see badly. */
export async function questionnaire(program: Program, id: string, { language, large, format }: { readonly language: 'uk' | 'en'; readonly large: boolean; readonly format: 'docx' | 'pdf' }): Promise<FileOut> {
  const model = anyModel(program);
  const survey = surveyOf(program, id);
  const paper = questionnairePaper({
    language, large, name: survey.name, community: language === 'uk' ? model.meta.title.uk : model.meta.title.en ?? model.meta.title.uk, teaching: model.meta.teaching !== null,
    // Places, sex and age are named in the language of the paper; everything else stands as it was written.
    questions: questionsOf(program.store().read, id).map((question) => asked(model, question)).map((question) => {
      const { role } = question;
      return language === 'uk' || role === '' || role === 'groups' ? question : { ...question, options: question.options.map((option) => ({ ...option, text: optionName(model, role, option).en ?? option.text })) };
    }),
  });
  const { mime, render } = await writerOf(format);
  const bytes = await render(paper, { resources: { wasm: none, resource: none, path: (name) => `${program.resourcesDir}/${name}` }, now: program.now().toISOString() });
  const file = `${survey.name}${large ? (language === 'uk' ? ' великим шрифтом' : ' large print') : ''}`.replaceAll(/[<>:"/\\|?*]+/g, ' ').trim();
  return { name: `${file}.${format}`, mime, base64: base64(bytes) };
}
