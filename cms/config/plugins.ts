import { largestPicture, pictureTypes } from '../src/pictures/limits';

export default () => ({
  upload: {
    config: {
      sizeLimit: largestPicture,
      security: { allowedTypes: pictureTypes },
      sharp: { cache: false, concurrency: 2 },
    },
  },
});
