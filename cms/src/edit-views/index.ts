import type { Core, Schema } from '@strapi/strapi';

import { columnsOf } from './columns';
import { editViews, type EditView } from './views';
import { wordsFor } from './words';

/** Makes the admin show types and components as the files in this folder say, in English. The files win over what was arranged in the admin. */
export async function applyEditViews(strapi: Core.Strapi): Promise<void> {
  const views = editViews();
  const manager = strapi.plugin('content-manager');
  for (const [name, view] of views) {
    const isComponent = name.includes('.');
    const service = manager.service(isComponent ? 'components' : 'content-types');
    const uid = isComponent ? name : `api::${name}.${name}`;
    const model = isComponent ? service.findComponent(uid) : service.findContentType(uid);
    const present = await service.findConfiguration({ uid });
    await service.updateConfiguration({ uid }, { ...present, ...configurationOf(view, model, present.metadatas, views) });
  }
}

type Metadata = Record<string, { edit: object; list: object }>;

function configurationOf(view: EditView, model: Schema.Schema, present: Metadata, views: Map<string, EditView>) {
  const metadatas = Object.entries(present).map(([name, { edit, list }]) => {
    const { label, description } = wordsFor(model.uid, name, 'en');
    const mainField = views.get(targetOf(model, name))?.mainField;
    const own = { label, description, editable: name !== 'key', ...(mainField ? { mainField } : {}) };
    return [name, { edit: { ...edit, ...own }, list: { ...list, label } }];
  });
  return {
    settings: { mainField: view.mainField, defaultSortBy: view.mainField, defaultSortOrder: 'ASC', bulkable: true, filterable: true, searchable: true, pageSize: 20 },
    layouts: { list: view.list ?? [], edit: view.edit.map(row => columnsOf(row, model)) },
    metadatas: Object.fromEntries(metadatas),
  };
}

/** Name of the type that a relation leads to; empty for other attributes. */
function targetOf(model: Schema.Schema, name: string): string {
  const attribute = model.attributes[name];
  return attribute?.type === 'relation' && 'target' in attribute ? (attribute.target.split('.')[1] ?? '') : '';
}
