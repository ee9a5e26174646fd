// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DocumentSection } from '#contract/api/documents.ts';

window.matchMedia ??= ((query: string) => ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined })) as never;
Element.prototype.scrollIntoView ??= () => undefined;
const { default: DocumentsPage } = await import('../../src-renderer/pages/documents/DocumentsPage.tsx');
const { foldApostrophe } = await import('../../src-renderer/pages/documents/drafts.ts');
const { wordDiff } = await import('../../src-renderer/pages/documents/wordDiff.ts');
const { planStore } = await import('../../src-renderer/plan/store.ts');
const { setLanguage } = await import('../../src-renderer/i18n/index.ts');

type Answer = (input: Record<string, unknown>) => unknown;
const section = (id: string, more: Partial<DocumentSection> = {}): DocumentSection => ({ id, title: id, derived: `Текст розділу ${id}.`, words: '', basedOn: null, stale: false, mode: id === 'recommendations' ? 'instead' : 'after', ...more });
let sections: DocumentSection[];
let warnings: string[];
let answers: Record<string, Answer>;
let calls: { readonly method: string; readonly input: Record<string, unknown> }[];
const ok = (value: unknown) => ({ ok: true, value });
const failed = () => ({ ok: false, error: { code: 'disk.full', kind: 'data', details: { path: 'D:/x' } } });
const sent = (method: string) => calls.filter((each) => each.method === method).map((each) => each.input);

beforeEach(() => {
  setLanguage('uk');
  calls = [];
  warnings = [];
  sections = ['method', 'recommendations', 'sources'].map((id) => section(id));
  answers = {
    'document.view': () => ok({ id: 'needs-report', title: 'Звіт', sections: structuredClone(sections), warnings }),
    'overview.view': () => ok({ flags: [] }),
    'plan.view': () => ok(planStore.get().view),
    'document.setWords': (input) => {
      sections = sections.map((each) => (each.id === input['section'] ? { ...each, words: String(input['words']), basedOn: String(input['basedOn']) || null, stale: false } : each));
      return ok({ revision: 2, areas: ['documents'] });
    },
  };
  vi.stubGlobal('fetch', vi.fn(async (url: string, init: RequestInit) => {
    const method = url.replace('/api/', '');
    const input = JSON.parse(String(init.body)) as Record<string, unknown>;
    calls.push({ method, input });
    return new Response(JSON.stringify(await (answers[method]?.(input) ?? ok(null))));
  }));
  const view = { path: 'D:/a.sotsplan', readOnly: false, revision: 1, years: [2020], title: { uk: 'Громада', en: 'Community' }, teaching: null, scenarios: [], calcDate: '2020-02-01', counts: { needs: { known: 3, all: 23 } }, undo: null, redo: null, savedAt: null };
  planStore.set({ ready: true, info: view as never, view: view as never, year: 2020, scenario: 'base', saved: { state: 'none' }, error: null });
  window.location.hash = '#/documents';
});
afterEach(() => { cleanup(); vi.unstubAllGlobals(); });

async function open(id = ''): Promise<void> {
  window.location.hash = id === '' ? '#/documents' : `#/documents?section=${id}`;
  render(<DocumentsPage />);
  await screen.findByRole('navigation', { name: 'Розділи звіту' });
}

describe('the words of the department', () => {
  test('words that could not be stored stay in the field, are never called saved, and are sent again', async () => {
    answers['document.setWords'] = failed;
    await open();
    const field = screen.getByRole('textbox', { name: 'Слова відділу' });
    await userEvent.type(field, 'Бракує людей');
    fireEvent.blur(field);
    await screen.findByText(/Не збережено\. Текст лишається/u);
    expect(field).toHaveProperty('value', 'Бракує людей');
    expect(screen.queryByText(/Збережено \d/u)).toBeNull();
    cleanup();
    answers['document.setWords'] = () => ok({ revision: 2, areas: [] });
    await open();
    const again = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Слова відділу' });
    expect(again.value).toBe('Бракує людей');
    fireEvent.blur(again);
    await screen.findByText(/Збережено \d/u);
  });

  test('they are sent by themselves after typing stops, without leaving the field, and "saved" waits for the reply', async () => {
    let reply: (value: unknown) => void = () => undefined;
    answers['document.setWords'] = () => new Promise((resolve) => { reply = resolve; });
    await open();
    await userEvent.type(screen.getByRole('textbox', { name: 'Слова відділу' }), "Здоров'я");
    expect(screen.getByText('Ще не збережено')).toBeTruthy();
    await waitFor(() => expect(sent('document.setWords')).toHaveLength(1), { timeout: 4000 });
    expect(sent('document.setWords')[0]).toMatchObject({ section: 'method', language: 'uk', words: 'Здоровʼя', basedOn: '' });
    expect(screen.queryByText(/Збережено \d/u)).toBeNull();
    reply(ok({ revision: 2, areas: [] }));
    await screen.findByText(/Збережено \d/u);
  });

  test('leaving the page sends what was typed', async () => {
    await open();
    await userEvent.type(screen.getByRole('textbox', { name: 'Слова відділу' }), 'Нове');
    cleanup();
    await waitFor(() => expect(sent('document.setWords').at(-1)).toMatchObject({ words: 'Нове' }));
  });

  test('a plan that is open read only gives no field to type in', async () => {
    const info = planStore.get().info;
    planStore.set({ info: { ...info, readOnly: true } as never });
    await open('recommendations');
    expect(screen.queryByRole('button', { name: 'Редагувати' })).toBeNull();
  });
});

describe('recommendations', () => {
  test('editing begins with the derived text and remembers what it was written over', async () => {
    await open('recommendations');
    await userEvent.click(screen.getByRole('button', { name: 'Редагувати' }));
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Ваша редакція' });
    expect(field.value).toBe('Текст розділу recommendations.');
    expect(sent('document.setWords')).toEqual([]);
    await userEvent.type(field, ' Додано.');
    fireEvent.blur(field);
    await waitFor(() => expect(sent('document.setWords')).toHaveLength(1));
    expect(sent('document.setWords')[0]).toMatchObject({ words: 'Текст розділу recommendations. Додано.', basedOn: 'Текст розділу recommendations.' });
  });

  const stale = () => { sections = [section('recommendations', { words: 'Потрібно 137 ставок', derived: 'Потрібно 123 ставки', basedOn: 'Потрібно 137 ставок', stale: true })]; };
  test('changed data offer a comparison; taking the new one takes the own words back', async () => {
    stale();
    await open('recommendations');
    await userEvent.click(screen.getByRole('button', { name: 'Порівняти з новою' }));
    expect([...document.querySelectorAll('del')].map((each) => each.textContent)).toEqual(['137', 'ставок']);
    expect([...document.querySelectorAll('ins')].map((each) => each.textContent)).toEqual(['123', 'ставки']);
    await userEvent.click(screen.getByRole('button', { name: 'Взяти нову' }));
    await waitFor(() => expect(sent('document.setWords')).toEqual([expect.objectContaining({ words: '' })]));
  });

  test('keeping the own wording notes the new text, so that it is not offered again', async () => {
    stale();
    await open('recommendations');
    await userEvent.click(screen.getByRole('button', { name: 'Порівняти з новою' }));
    await userEvent.click(screen.getByRole('button', { name: 'Лишити свою' }));
    await waitFor(() => expect(sent('document.setWords')).toEqual([expect.objectContaining({ words: 'Потрібно 137 ставок', basedOn: 'Потрібно 123 ставки' })]));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Порівняти з новою' })).toBeNull());
  });
});

describe('making the report', () => {
  const file = { name: 'Звіт.docx', mime: 'application/x', base64: 'QQ==' };
  const view = (phase: string, more: object = {}) => ok({ jobId: 'j', phase, step: 'charts', done: 1, of: 4, result: null, error: null, ...more });

  test('is not begun while the words are not stored', async () => {
    answers['document.setWords'] = failed;
    await open();
    await userEvent.type(screen.getByRole('textbox', { name: 'Слова відділу' }), 'Х');
    await userEvent.click(screen.getByRole('button', { name: 'Зробити звіт (.docx)' }));
    await screen.findByText(/Звіт не почато/u);
    expect(sent('job.start')).toEqual([]);
    answers['document.setWords'] = () => ok({ revision: 2, areas: [] });
    await userEvent.click(screen.getAllByRole('button', { name: 'Повторити' }).at(-1) as HTMLElement);
    await screen.findByText(/Збережено \d/u);
  });

  test('shows how far it is and can be cancelled', async () => {
    answers['job.start'] = () => ok({ jobId: 'j' });
    answers['job.get'] = () => view('running');
    answers['job.cancel'] = () => ok(null);
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Для оприлюднення' }));
    await userEvent.click(screen.getByRole('button', { name: 'Зробити звіт (.docx)' }));
    await screen.findByText(/Малюю діаграми: крок 2 із 4/u);
    expect(sent('job.start')[0]).toMatchObject({ job: { edition: 'public', language: 'uk', year: 2020 } });
    await userEvent.click(screen.getByRole('button', { name: 'Скасувати' }));
    await screen.findByText(/роботу скасовано/u);
    expect(sent('job.cancel')).toEqual([{ jobId: 'j' }]);
  });

  test('hands the file over and names it; a failure is a sentence', async () => {
    URL.createObjectURL = vi.fn(() => 'blob:x');
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    answers['job.start'] = () => ok({ jobId: 'j' });
    answers['job.get'] = () => view('failed', { error: { code: 'bug', details: { message: 'x' } } });
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Зробити звіт (.docx)' }));
    await screen.findByText(/Помилка самої програми/u);
    expect(click).not.toHaveBeenCalled();
    answers['job.get'] = () => view('done', { result: file });
    await userEvent.click(screen.getByRole('button', { name: 'Зробити звіт (.docx)' }));
    await screen.findByText(/Звіт зроблено: Звіт\.docx/u);
    expect(click).toHaveBeenCalledTimes(1);
    click.mockRestore();
  });

  test('small counts in own words are named before a publication, and only there', async () => {
    warnings = ['recommendations'];
    await open();
    expect(screen.queryByText(/названо, здається, менше ніж 5/u)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Для оприлюднення' }));
    expect(screen.getByText(/розділу «Рекомендації» названо, здається, менше ніж 5/u)).toBeTruthy();
  });
});

test('words are compared whole, also with apostrophes, and nothing is lost on either side', () => {
  const { left, right } = wordDiff('Памʼять і здоровʼя 12 осіб.', 'Памʼяті і здоровʼя 14 осіб.');
  expect(left.filter((piece) => piece.only).map((piece) => piece.text)).toEqual(['Памʼять', '12']);
  expect(right.filter((piece) => piece.only).map((piece) => piece.text)).toEqual(['Памʼяті', '14']);
  expect(left.map((piece) => piece.text).join('')).toBe('Памʼять і здоровʼя 12 осіб.');
  expect(right.map((piece) => piece.text).join('')).toBe('Памʼяті і здоровʼя 14 осіб.');
});

test('typewriter apostrophes become Ukrainian ones inside words only', () => {
  expect(foldApostrophe("здоров'я, м’який 'так' it's")).toBe("здоровʼя, мʼякий 'так' it's");
});
