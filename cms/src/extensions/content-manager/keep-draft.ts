import type { Core } from '@strapi/strapi';

export type Action = (context: Context) => Promise<unknown>;
type Context = Parameters<Core.ControllerHandler>[0];

/**
 * Wraps the admin's "Publish", which saves and publishes in one transaction: when a language's first version is refused,
 * nothing would be saved, and the form, which reads the version anew, would lose what was typed.
 * A new document is not saved here: its form keeps what was typed, and would make a second one.
 */
export const keepingDraft = (publish: Action, save: Action): Action => async (context) => {
  try {
    return await publish(context);
  } catch (refusal) {
    if (await isNewVersion(context)) await save(context).catch((error: unknown) => strapi.log.warn(`A refused version was not saved either: ${String(error)}`));
    throw refusal;
  }
};

async function isNewVersion({ params, request }: Context): Promise<boolean> {
  const { id } = params;
  const { uid, kind } = strapi.contentType(params.model);
  if (kind === 'collectionType' && !id) return false;
  const { locale } = request.body;
  return (await strapi.db.query(uid).count({ where: { ...(id ? { documentId: id } : {}), ...(locale ? { locale } : {}) } })) === 0;
}
