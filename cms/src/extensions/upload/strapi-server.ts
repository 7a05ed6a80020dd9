import type { Core } from '@strapi/strapi';

import { imageManipulation } from '../../pictures/image-manipulation';
import { uploadApi, type UploadApi } from '../../pictures/upload-api';
import { uploadService, type UploadService } from '../../pictures/upload-service';

type Factory<Made> = (context: { strapi: Core.Strapi }) => Made;

interface UploadPlugin {
  services: { 'upload': Factory<UploadService>; 'image-manipulation': object };
  controllers: { 'content-api': Factory<UploadApi> };
}

/** The upload plugin with our picture sizes, content addresses and limits in it. */
export default (plugin: UploadPlugin): UploadPlugin => {
  const { services, controllers } = plugin;
  return {
    ...plugin,
    services: {
      ...services,
      'image-manipulation': imageManipulation,
      'upload': context => uploadService(services.upload(context), context.strapi),
    },
    controllers: { ...controllers, 'content-api': context => uploadApi(controllers['content-api'](context)) },
  };
};
