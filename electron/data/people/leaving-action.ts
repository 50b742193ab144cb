/** What the history calls the writing of the log of what leaves: no change of the office's records, nothing to take back. */
export const leavingAction = 'Ghi nhật ký xuất';
