import { formatShortDate, type IsoDate } from '../vietnamese/dates.ts';

/** A document as another one names it. What is not on record is left out of the citation. */
export interface CitedDocument {
  /** `Nghị quyết` */
  kind: string;
  /** Number and symbol without `số`: `12-NQ/ĐU`. */
  number: string;
  date: IsoDate | null;
  /** The issuing body: `Đảng uỷ xã An Bình`. */
  of: string | null;
  /** Begins with a small letter; `về` is put before it unless it stands there. */
  subject: string | null;
}

/**
 * The first time `Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026 của Đảng uỷ … về …`, later `Nghị quyết 12-NQ/ĐU` (document
 * format, 4.4).
 */
export function citeDocument(document: CitedDocument, mention: 'first' | 'later'): string {
  const { kind, number, date, of, subject } = document;
  if (mention === 'later') return `${kind} ${number}`;
  const dated = date === null ? '' : `, ngày ${formatShortDate(date)}`;
  const issued = of === null ? '' : ` của ${of}`;
  const about = subject === null ? '' : ` ${/^về\s/iu.test(subject) ? subject : `về ${subject}`}`;
  return `${kind} số ${number}${dated}${issued}${about}`;
}

/** Cites the documents of one text: in full where each is named first, shortly from then on. */
export function citations(): (document: CitedDocument) => string {
  const named = new Set<string>();
  return (document) => {
    const short = citeDocument(document, 'later');
    if (named.has(short)) return short;
    named.add(short);
    return citeDocument(document, 'first');
  };
}
