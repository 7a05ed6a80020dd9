/** Statuses that the data layer means for the reader; any other failure is ours and passes. */
const meantForReaders = new Map([[404, 'Not Found'], [410, 'Gone']]);

/** The error that the error page shows for a failure of the data layer. */
export function pageError(status: number): Error {
  const statusMessage = meantForReaders.get(status);
  return createError({
    ...(statusMessage === undefined ? { statusCode: 503, statusMessage: 'Service Unavailable' } : { statusCode: status, statusMessage }),
    // Only a browser that has taken the page over must be told to show the whole page of the error.
    fatal: import.meta.client,
  });
}
