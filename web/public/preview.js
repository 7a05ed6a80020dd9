// The admin says when a version was saved or published beside its preview.
addEventListener('message', ({ source, data }) => {
  if (source === parent && data?.type === 'strapiUpdate') location.reload();
});
