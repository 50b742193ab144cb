/** The file as base64, as the contract wants it. */
export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parts: string[] = [];
  // Whole groups of three bytes, so that the parts can be put together.
  const step = 3 * 8192;
  for (let start = 0; start < bytes.length; start += step) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(start, start + step))));
  }
  return parts.join('');
}
