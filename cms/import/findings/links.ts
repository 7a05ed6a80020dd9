import type { Element } from 'hast';

import type { ReadPage } from '../read-page.ts';
import { attribute, findAll, textOf } from '../read/elements.ts';
import type { Unit } from '../read/units.ts';
import { type Finding, finding } from './finding.ts';

interface Link {
  label: string;
  href: string;
}

/** Finds links of one name that lead to several places, and buttons of several names that lead to one. */
export function linkFindings({ units, draft }: ReadPage): Finding[] {
  const links = units.flatMap(linksOf);
  const buttons = units.flatMap(unit => (unit.kind === 'button' ? [{ label: unit.label, href: unit.href }] : []));
  const sameName = groups(links, ({ label }) => label.replace(/[^\p{L}\p{N}]+/gu, ' ').trim().toLowerCase(), ({ href }) => href);
  const sameTarget = groups(buttons, ({ href }) => href, ({ label }) => label);
  const patients = draft.reviews.map(({ displayName }) => ({ kind: 'patient', text: displayName }));
  return [
    ...sameName.flatMap(group => finding('link-text-twice', group.map(place), count => `The link "${group[0]?.label}" stands ${count} times, with different targets`)),
    ...sameTarget.flatMap(group => finding('button-labels', group.map(place), () => `${new Set(group.map(({ label }) => label)).size} labels for one button (${group[0]?.href || 'no target'})`)),
    ...finding('patient-named', patients, () => 'A patient is named; their consent is not on the page'),
  ];
}

/** The groups that agree in one thing and differ in the other. */
function groups(links: Link[], same: (link: Link) => string, different: (link: Link) => string): Link[][] {
  return [...Map.groupBy(links, same).values()].filter(group => new Set(group.map(different)).size > 1);
}

function linksOf(unit: Unit): Link[] {
  const nodes: Element[] = 'items' in unit ? unit.items : 'node' in unit ? [unit.node] : [];
  return nodes.flatMap(node => findAll(node, ({ tagName }) => tagName === 'a')).map(anchor => ({ label: textOf(anchor), href: attribute(anchor, 'href') ?? '' }));
}

function place({ label, href }: Link) {
  return { kind: 'link', text: `"${label}" → ${href || '(none)'}` };
}
