export default {
  routes: [
    {
      method: 'GET',
      path: '/change-feed',
      handler: 'api::change-feed.change-feed.read',
      info: { type: 'content-api' },
    },
  ],
};
