import { createRoot } from 'react-dom/client';
import { client } from './app/link.ts';

const root = document.getElementById('root');
if (root) {
  const office = await client.office.current({});
  createRoot(root).render(<main>{office ? office.name : 'Chưa mở sổ nào'}</main>);
}
