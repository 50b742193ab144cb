// A file of our own, so that the build names it as the rest of the page: the policy and the map of files know `.js` only.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
