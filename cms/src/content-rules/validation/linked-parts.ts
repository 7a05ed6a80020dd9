import type { Sentence } from '../../messages';
import { defaultLocale } from '../locales';
import { savedStage } from '../model';
import { deepPopulate } from '../parts';
import { inStage, type Row } from '../rows';
import { subjectOf, type DocumentRule, type Subject } from './subject';

/** What a kind of block is nothing without. */
const needs: Record<string, { name: string; message: Sentence }> = {
  'block.clinic-cards': { name: 'clinics', message: words => words.linked.noClinics },
  'block.cost-table': { name: 'treatment', message: words => words.linked.noPrices },
  'block.patient-story': { name: 'review', message: words => words.linked.noStory },
};

/** Blocks that show other documents name some, or their twins in the source do: a version cannot link what is not in its language, and the site takes it from there. */
export const linkedParts: DocumentRule = async (subject) => {
  const empty = subject.nodes.flatMap((node) => {
    const need = needs[node.uid];
    return need && !leadsSomewhere(node.value[need.name]) ? [{ ...need, node }] : [];
  });
  if (empty.length === 0) return [];
  const twins = await sourceNodes(subject);
  return empty
    .filter(({ node, name }) => !twins.some(({ uid, value }) => uid === node.uid && value['key'] === node.value['key'] && leadsSomewhere(value[name])))
    .map(({ node, name, message }) => ({ path: [...node.path, name], message }));
};

const leadsSomewhere = (link: unknown): boolean => (Array.isArray(link) ? link.length > 0 : Boolean(link));

async function sourceNodes({ strapi, type, locale, nodes }: Subject): Promise<Subject['nodes']> {
  const document = nodes[0]?.value ?? {};
  const source = String(document['sourceLocale'] ?? '') || defaultLocale();
  if (source === locale) return [];
  const row: Row | null = await strapi.db.query(type.uid).findOne({
    where: { documentId: document['documentId'], locale: source, ...inStage(strapi, type.uid, savedStage(type)) },
    populate: deepPopulate(strapi, type, ['relation']),
  });
  return row ? subjectOf(strapi, type, row).nodes : [];
}
