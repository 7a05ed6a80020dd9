import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder of seed files, by their path in it. */
export type Files = Record<string, string>;

/** Writes seed files into a new folder of the system's temporary one. */
export function seedFolder(files: Files): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'polyclinic-seed-'));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** A small content that is right: a clinic and its doctor, two articles that recommend each other, in two languages as far as it goes. */
export const smallContent: Files = {
  'shared/sources.yaml': `
trial-2021: { citationKey: trial-2021, title: A trial, titleLanguage: en, type: journal_article }
`,
  'shared/clinics.yaml': `
bay: { country: TR, doctors: [ada] }
`,
  'shared/people.yaml': `
ada: { clinic: bay, licence: A-1 }
`,
  'shared/articles.yaml': `
one: { author: ada, sources: [trial-2021] }
two: { author: ada }
`,
  'shared/accreditations.yaml': `
gold: { scheme: Gold, certificateNumber: G-1, clinic: bay, issuer: Board, validFrom: '2024-01-01', validTo: '2028-01-01' }
`,
  'en/clinics.yaml': `
bay:
  name: Bay Hospital
  slug: bay-hospital
  summary: A hospital at the bay.
  city: Istanbul
  photos:
    - { image: clinic-bay, alt: The front of the hospital }
`,
  'ru/clinics.yaml': `
bay:
  name: Клиника у залива
  slug: klinika-u-zaliva
  summary: Больница у залива.
  city: Стамбул
  photos:
    - { image: clinic-bay, alt: Фасад больницы }
`,
  'en/people.yaml': `
ada: { name: Ada Demir, slug: ada-demir, role: Neurologist }
`,
  'en/articles/one.yaml': `
title: First
slug: first
summary: What the first one says.
related: [two]
body:
  - component: block.text
    key: opening
    body: |
      It **failed** [@trial-2021].
  - component: block.clinic-cards
    key: clinics
    clinics: [bay]
`,
  'ru/articles/one.yaml': `
title: Первая
slug: pervaya
summary: О чём первая статья.
body:
  - component: block.text
    key: opening
    body: Не **удалось** [@trial-2021].
  - component: block.clinic-cards
    key: clinics
    clinics: [bay]
`,
  'en/articles/two.yaml': `
title: Second
slug: second
summary: What the second one says.
related: [one]
`,
};
