import { errors } from '@strapi/utils';

import { isRecord } from '../access/schema-walk';

/** What is used here of a request to the upload plugin's content API. */
interface UploadContext {
  query: Record<string, unknown>;
  request: { body?: Record<string, unknown> };
}

export interface UploadApi {
  upload(context: UploadContext): Promise<void>;
}

/**
 * Leaves the importer the one thing it needs, adding pictures. The stock action also replaces pictures (`?id=`) and hangs them
 * straight into documents (`ref`), published ones included.
 */
export function uploadApi(stock: UploadApi): UploadApi {
  return {
    ...stock,
    async upload(context) {
      const { query, request } = context;
      if (Object.keys(query).length > 0 || Object.keys(request.body ?? {}).some(name => name !== 'fileInfo')) {
        throw new errors.ValidationError('Pictures can only be added here: "files" and "fileInfo", nothing else.');
      }
      checkFileInfo(request.body?.['fileInfo']);
      await stock.upload(context);
    },
  };
}

/** JSON in a form field, once or for each file; the stock action stumbles over anything else. */
function checkFileInfo(given: unknown): void {
  for (const info of given === undefined ? [] : [given].flat()) {
    if (!isRecord(typeof info === 'string' ? parsed(info) : info)) throw new errors.ValidationError('"fileInfo" must be an object in JSON, such as {"name": "Cover"}.');
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
