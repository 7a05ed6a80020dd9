import type { Fault, NodeRule } from './subject';

/** A patient's story is shown once it is approved, and with the day on which it was verified. */
export const moderated: NodeRule = ({ value, path }) => {
  const faults: Fault[] = [];
  if (value['moderationState'] !== 'approved') {
    faults.push({ path: [...path, 'moderationState'], message: 'Only an approved review can be published. Approve it; if it was published and is withdrawn, unpublish it.' });
  }
  if (value['verificationMethod'] !== 'none' && !value['verifiedOn']) {
    faults.push({ path: [...path, 'verifiedOn'], message: 'Say when the review was verified, or set the verification method to “none”.' });
  }
  return faults;
};
