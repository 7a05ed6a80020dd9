export default {
  routes: [
    {
      method: 'GET',
      path: '/imported-articles',
      handler: 'api::article.article.imported',
      info: { type: 'content-api' },
    },
  ],
};
