/** A field on its way to a column; the page takes nothing else that is dropped on it. */
export const fieldType = 'application/x-sochibo-field';

export function draggedField({ dataTransfer }: React.DragEvent): string | null {
  return dataTransfer.getData(fieldType) || null;
}
