import { errors } from '@strapi/utils';

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
      await stock.upload(context);
    },
  };
}
