import type { Parsed } from '../contract/api.ts';
import { Refusal } from '../contract/errors.ts';
import type { FileOut } from '../contract/models.ts';
import { accessPaper } from '../documents/accessibility/act.ts';
import { ACCESS_TEXTS } from '../documents/accessibility/texts.ts';
import { inLanguage } from '../documents/tree.ts';
import { accessibilityView } from './accessibilityView.ts';
import { isPersonal } from './entered.ts';
import { fileOfPaper } from './papers.ts';
import { today, type Program } from './program.ts';

/** Refuses words for publication that read like personal data: nobody would see them before they are out. */
function refusePersonal(texts: readonly string[]): void {
  const found = texts.filter((text) => isPersonal(text));
  if (found.length > 0) throw new Refusal('audit.publicWords', { count: found.length });
}

/** The act of an audit, or a blank checklist (of a facility, when one is named), as a Word file or a PDF. */
export async function accessibilityFile(program: Program, { year, scenario, kind, audit: id, facility: facilityId, edition: wantedEdition, language, format }: Parsed<'accessibility.document'>): Promise<FileOut> {
  const model = program.model(year, scenario);
  const { checklist, rule, facilities, audit } = accessibilityView(model, kind === 'act' ? id : '', today(program));
  if (checklist === null) throw new Refusal('audit.noList');
  if (kind === 'act' && audit === null) throw new Refusal('input.unknownId', { what: 'audit', id });
  const wanted = audit?.facility ?? facilityId;
  const facility = facilities.find((each) => each.id === wanted) ?? null;
  if (wanted !== '' && facility === null) throw new Refusal('input.unknownId', { what: 'facility', id: wanted });
  const edition = kind === 'act' ? wantedEdition : 'service';
  if (edition === 'public' && audit !== null) refusePersonal([audit.role, facility?.name ?? '', ...audit.fixes.map((fix) => fix.name)]);
  const { title } = model.meta;
  const paper = accessPaper({ language, edition, checklist, rule, audit, facility, community: inLanguage(title, language), teaching: model.meta.teaching !== null });
  const t = ACCESS_TEXTS[language];
  const name = [audit ? `${t.act} ${t.actOf}` : t.blank, facility?.name ?? '', audit?.day ?? '', edition === 'public' ? t.publicName : ''].filter((part) => part !== '').join(' ').slice(0, 120);
  return fileOfPaper(program, paper, format, name);
}
