import { H3Error } from 'h3';

/** The CMS did not answer, or not in time, or with a fault of its own: the visitor gets a 503, never an empty page. */
export class CmsUnavailable extends H3Error {
  override statusCode = 503;
  override statusMessage = 'Service Unavailable';

  constructor(what: string, cause?: unknown) {
    super(`The CMS did not answer: ${what}`, { cause });
    this.name = 'CmsUnavailable';
  }
}

/** The CMS refused a query: a fault of this site's code or of its token, not of the visitor. */
export class CmsRefused extends H3Error {
  override statusCode = 500;

  constructor(what: string, status: number) {
    super(`The CMS refused ${what} with ${status}`);
    this.name = 'CmsRefused';
  }
}
