// The floor of every first load: React and one button, nothing of ours.
import { createRoot } from 'react-dom/client';

const mount = document.getElementById('root');
if (mount) createRoot(mount).render(<button type="button">签到</button>);
