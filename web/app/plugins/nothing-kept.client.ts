/** The router keeps an empty list of places even where it has none to remember; a page of ours keeps nothing but what its reader chose. */
export default defineNuxtPlugin(() => {
  useRouter().afterEach(() => {
    try {
      sessionStorage.removeItem('vue-router:scroll');
    } catch {
      // A browser without storage keeps nothing anyway.
    }
  });
});
