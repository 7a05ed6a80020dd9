import type { Json } from './values';

/**
 * The upload plugin's file, which every media field leads to. Written by hand: its schema belongs to Strapi and is
 * not a file of this project. The contract test holds it against real answers.
 */
export interface Uploads {
  'upload.file': {
    kind: 'file';
    scalars: {
      id: number;
      documentId: string;
      createdAt: string;
      updatedAt: string;
      publishedAt: string;
      name: string;
      alternativeText: string | null;
      caption: string | null;
      focalPoint: Json;
      width: number | null;
      height: number | null;
      /** Which sizes there are is up to the upload handler of the CMS. */
      formats: Json;
      hash: string;
      ext: string | null;
      mime: string;
      /** In kilobytes. */
      size: number;
      url: string;
      previewUrl: string | null;
      provider: string;
      provider_metadata: Json;
    };
    links: Record<never, never>;
  };
}
