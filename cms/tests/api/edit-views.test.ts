import { afterAll, beforeAll, expect, it } from 'vitest';

import { signIn, type AdminFetch } from '../helpers/admin.ts';
import { startCms, type Cms } from '../helpers/cms.ts';

let cms: Cms;
let admin: AdminFetch;

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
  admin = await signIn(cms);
});
afterAll(() => cms.stop());

it('the admin shows the form of an article in words and in our order', async () => {
  const { body } = await admin('/content-manager/content-types/api::article.article/configuration');
  expect(body).toMatchObject({
    data: {
      contentType: {
        settings: { mainField: 'title' },
        layouts: {
          list: ['title', 'reviewDueOn'],
          edit: expect.arrayContaining([
            [
              { name: 'author', size: 6 },
              { name: 'medicalReviewer', size: 6 },
            ],
            [
              { name: 'changeNote', size: 8 },
              { name: 'changedOn', size: 4 },
            ],
          ]),
        },
        metadatas: {
          medicalReviewer: { edit: { label: 'Medical reviewer', description: expect.stringContaining('Who checked the medicine'), mainField: 'name' } },
        },
      },
    },
  });
});

it('a key is shown and cannot be edited', async () => {
  const { body } = await admin('/content-manager/components/block.callout/configuration');
  expect(body).toMatchObject({ data: { component: { metadatas: { key: { edit: { editable: false, label: 'Key' } }, title: { edit: { editable: true } } } } } });
});
