import { optional } from '../src/required-env';

/** The first administrator, whom the loader of the demo content makes; nobody is one without these. */
export default () => ({ email: optional('ADMIN_EMAIL'), password: optional('ADMIN_PASSWORD') });
