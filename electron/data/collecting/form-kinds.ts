import type { CollectionFormKind } from '../../contract/collecting.ts';
import type { CollectionForm } from './collection-form.ts';
import { attendanceForm } from './forms/attendance.ts';
import { meetingForm } from './forms/meetings.ts';
import { memberForm } from './forms/members.ts';
import { petitionForm } from './forms/petitions.ts';
import { visitForm } from './forms/visits.ts';

/** The forms an office can send. */
export const collectionForms: Readonly<Record<CollectionFormKind, CollectionForm>> = {
  meetings: meetingForm,
  attendance: attendanceForm,
  visits: visitForm,
  petitions: petitionForm,
  members: memberForm,
};
