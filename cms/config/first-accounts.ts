import { optional } from '../src/required-env';

/** Whom the loader of the demo content makes: the first administrator, and an account for each role. Nobody without these. */
export default () => ({ email: optional('ADMIN_EMAIL'), password: optional('ADMIN_PASSWORD'), demoPassword: optional('DEMO_PASSWORD') });
