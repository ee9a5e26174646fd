import { useState } from 'react';
import type { DocumentSection, Edition } from '#contract/api/documents.ts';
import { asApiError, type ApiError } from '../../api.ts';
import { Icon } from '../../components/Icon.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { PageHead } from '../../components/Page.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { useText } from '../../i18n/index.ts';
import { download } from '../../lib/files.ts';
import { href, navigate, useRoute } from '../../lib/route.ts';
import { usePlan, useScope } from '../../plan/store.ts';
import { useView } from '../../plan/useView.ts';
import { flushAll, isUnsaved, useDrafts } from './drafts.ts';
import { MakePanel } from './MakePanel.tsx';
import { PublishPage } from './publishing/PublishPage.tsx';
import { draftKey, SectionCard } from './SectionCard.tsx';
import { DOCUMENT_TABS } from './tabs.ts';
import { useJob } from './useJob.ts';
import './documents.css';

/** Papers: the needs report, and what is published. */
export default function DocumentsPage() {
  const { t } = useText();
  const tab = useRoute().params.get('tab') === 'publish' ? 'publish' : 'report';
  return (
    <>
      <Tabs name="doc" label={t('documents.tabs')} tabs={DOCUMENT_TABS.map((id) => ({ id, text: t(`documents.tab.${id}`) }))} tab={tab} onTab={(to) => navigate('documents', to === 'report' ? {} : { tab: to })} />
      <div role="tabpanel" id="docpanel" aria-labelledby={`doc-${tab}`} className="docpart">{tab === 'publish' ? <PublishPage /> : <ReportPage />}</div>
    </>
  );
}

/** The needs report: what stands in each section, the words of the department, and the paper as a Word file or a PDF. */
function ReportPage() {
  const { t, language: reader } = useText();
  const scope = useScope();
  const { params } = useRoute();
  const [chosen, setLanguage] = useState<'uk' | 'en' | null>(null);
  const language = chosen ?? reader;
  const [edition, setEdition] = useState<Edition>('service');
  const [format, setFormat] = useState<'docx' | 'pdf'>('docx');
  const [error, setError] = useState<ApiError | null>(null);
  const cycle = useView('cycle.view', {}, ['cycle']);
  const snapshots = cycle.data?.snapshots ?? [];
  const snapshot = snapshots.find((each) => each.id === params.get('snapshot')) ?? null;
  const from = snapshot ? { year: snapshot.year, scenario: snapshot.scenario, snapshot: snapshot.id } : scope;
  const view = useView('document.view', { ...from, document: 'needs-report', language }, ['documents', 'overview']);
  const job = useJob(download);
  const make = async (): Promise<void> => {
    setError(null);
    try {
      await flushAll();
    } catch (thrown) { return setError(asApiError(thrown)); }
    await job.start({ kind: 'document', document: 'needs-report', language, edition, format, ...from });
  };
  return (
    <>
      <PageHead title={t('documents.title')} sub={t('documents.sub', { year: from.year })}>
        <button type="button" className="ctl pri" disabled={job.running} onClick={() => void make()}><Icon name="paper" />{t('documents.make', { format })}</button>
      </PageHead>
      <Loaded view={view} lines={10}>
        {(data) => {
          const at = Math.max(0, data.sections.findIndex((section) => section.id === params.get('section')));
          const section = data.sections[at];
          return (
            <div className="docs">
              <SectionList sections={data.sections} at={at} language={language} snapshot={snapshot?.id ?? null} />
              {section && <SectionCard key={snapshot?.id ?? ''} section={section} number={at + 1} language={language} approved={snapshot !== null} />}
              <MakePanel choice={{ language, edition, format, setLanguage, setEdition, setFormat }} snapshots={snapshots} snapshot={snapshot} view={data} job={job} error={error} />
            </div>
          );
        }}
      </Loaded>
    </>
  );
}

/** Sections of the report with their state. */
function SectionList({ sections, at, language, snapshot }: { readonly sections: readonly DocumentSection[]; readonly at: number; readonly language: 'uk' | 'en'; readonly snapshot: string | null }) {
  const { t } = useText();
  const { info } = usePlan();
  useDrafts();
  const state = (section: DocumentSection): 'derived' | 'own' | 'instead' | 'stale' | 'unsaved' =>
    snapshot === null && isUnsaved(draftKey(info?.path ?? '', section.id, language)) ? 'unsaved' : section.stale ? 'stale' : section.words === '' ? 'derived' : section.mode === 'instead' ? 'instead' : 'own';
  return (
    <nav className="card secs" aria-label={t('documents.list')}>
      <ol>
        {sections.map((section, index) => {
          const now = state(section);
          return (
            <li key={section.id}>
              <a href={href('documents', { section: section.id, ...(snapshot === null ? {} : { snapshot }) })} aria-current={index === at ? 'true' : undefined}>
                <span>{t('documents.numbered', { number: index + 1, name: t(`documents.section.${section.id}`) })}</span>
                <span className={`st ${now}`}>{t(`documents.state.${now}`)}</span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
