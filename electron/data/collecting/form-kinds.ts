import type { CollectionFormKind } from '../../contract/collecting.ts';
import type { CollectionForm } from './collection-form.ts';
import { meetingForm } from './forms/meetings.ts';
import { petitionForm } from './forms/petitions.ts';

/** The forms an office can send. */
export const collectionForms: Readonly<Record<CollectionFormKind, CollectionForm>> = {
  meetings: meetingForm,
  petitions: petitionForm,
};
