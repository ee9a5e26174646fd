/** What is wrong with an identification code: ten digits are a person's tax number, anything else but eight digits is no code; null = fine or empty. */
export function codeProblem(text: string): 'person' | 'digits' | null {
  const code = text.trim();
  if (code === '' || /^\d{8}$/.test(code)) return null;
  return /^\d{10}$/.test(code.replace(/\s/g, '')) ? 'person' : 'digits';
}
