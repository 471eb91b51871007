// Knows how the HTTP resources stand beside one another; not what any of them does.
import { Hono } from 'hono';
import { accountRoutes } from './http/accounts.ts';
import { archiveOfMeeting, archiveRoutes } from './http/archives.ts';
import { committeeRoutes, setupRoutes } from './http/committee.ts';
import { contributionRoutes } from './http/contributions.ts';
import type { HttpDeps } from './http/deps.ts';
import { deskMemoryRoutes } from './http/desk-memory.ts';
import { documentRoutes } from './http/documents.ts';
import { draftRoutes } from './http/drafts.ts';
import { finalisingRoutes } from './http/finalising.ts';
import { evidenceRoutes } from './http/evidence.ts';
import { healthRoutes, measured, newRegistry } from './http/health.ts';
import { historyRoutes } from './http/history.ts';
import { imageRoutes } from './http/images.ts';
import { inviteRoutes, redeemRoutes } from './http/invites.ts';
import { jottingRoutes } from './http/jottings.ts';
import { materialRoutes } from './http/materials.ts';
import { meetingRoutes } from './http/meetings.ts';
import { minutesRoutes } from './http/minutes.ts';
import { putOff } from './http/paces.ts';
import { pageRoutes } from './http/pages.ts';
import { phraseRoutes } from './http/phrases.ts';
import { privateWordRoutes } from './http/private-words.ts';
import { Problem } from './http/problem.ts';
import { answer, limitedBody, ourOriginOnly, problems, safeHeaders } from './http/protect.ts';
import { rehearsalRoutes } from './http/rehearsal.ts';
import { remarkRoutes } from './http/remarks.ts';
import { roomRoutes } from './http/room.ts';
import { searchRoutes } from './http/search.ts';
import { sessionRoutes } from './http/session.ts';

export type { HttpDeps } from './http/deps.ts';
export type { Rooms } from './ports.ts';

const api = (deps: HttpDeps) =>
  new Hono()
    .route('/session', sessionRoutes(deps))
    .route('/committee', committeeRoutes(deps))
    .route('/setup', setupRoutes(deps))
    .route('/accounts', accountRoutes(deps))
    .route('/search', searchRoutes(deps))
    .route('/archives', archiveRoutes(deps))
    .route('/meetings', archiveOfMeeting(deps))
    .route('/meetings', meetingRoutes(deps))
    .route('/meetings', roomRoutes(deps))
    .route('/meetings', draftRoutes(deps))
    .route('/meetings', inviteRoutes(deps))
    .route('/meetings', rehearsalRoutes(deps))
    .route('/meetings', materialRoutes(deps))
    .route('/meetings', privateWordRoutes(deps))
    .route('/meetings', minutesRoutes(deps))
    .route('/meetings', finalisingRoutes(deps))
    .route('/meetings', evidenceRoutes(deps))
    .route('/meetings', deskMemoryRoutes(deps))
    .route('/meetings', historyRoutes(deps))
    .route('/meetings', imageRoutes(deps))
    .route('/phrases', phraseRoutes(deps))
    .route('/meetings', documentRoutes(deps))
    .route('/meetings', contributionRoutes(deps))
    .route('/meetings', remarkRoutes(deps))
    .route('/meetings', jottingRoutes(deps))
    .route('/invites', redeemRoutes(deps));

/** All that is served over HTTP, but for what is live. */
export function createApp(deps: HttpDeps, registry = newRegistry()) {
  const app = new Hono();
  app.onError(problems(deps));
  app.use(measured(deps, registry), safeHeaders(deps), ourOriginOnly(deps));
  app.use('/api/*', putOff(deps));
  app.use(limitedBody);
  return app
    .route('/', healthRoutes(deps, registry))
    .route('/api', api(deps))
    .all('/api/*', (c) => answer(c, new Problem('NotFound')))
    .route('/', pageRoutes(deps))
    .notFound((c) => answer(c, new Problem('NotFound')));
}

export type HttpApi = ReturnType<typeof createApp>;
