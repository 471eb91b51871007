// Knows how the device itself says something while the page is not looked at, if its owner consents; not what it says.
import { useSyncExternalStore } from 'react';

/** `insecure`: browsers allow none on a plain http address. */
export type Consent = 'insecure' | 'unsupported' | NotificationPermission;

export function consent(): Consent {
  if (!window.isSecureContext) return 'insecure';
  return 'Notification' in window ? Notification.permission : 'unsupported';
}

const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  // Who has changed the browser's settings comes back to the page.
  document.addEventListener('visibilitychange', listener);
  return () => {
    listeners.delete(listener);
    document.removeEventListener('visibilitychange', listener);
  };
}

export const useConsent = (): Consent => useSyncExternalStore(listen, consent);

/** Only in answer to a press. */
export async function askConsent(): Promise<void> {
  await Notification.requestPermission();
  await ready();
  for (const listener of listeners) listener();
}

/** On phones only a worker can notify; a browser without one, or with a certificate it does not trust, notifies from the page. */
async function ready(): Promise<ServiceWorkerRegistration | null> {
  if (consent() !== 'granted' || !('serviceWorker' in navigator)) return null;
  try {
    const registration = await navigator.serviceWorker.register('/attention.js', { scope: '/meeting/' });
    return registration.active ? registration : await navigator.serviceWorker.ready;
  } catch {
    return null;
  }
}

const shown = new Set<Notification>();

export interface SystemNotice {
  readonly title: string;
  readonly body: string;
  /** The same again takes the place of the one before. */
  readonly tag: string;
}

/** Silent without consent; a press on it brings the page to the front. */
export async function notify({ title, body, tag }: SystemNotice): Promise<void> {
  if (consent() !== 'granted') return;
  const options: NotificationOptions = { body, tag, icon: '/icon.svg', lang: 'zh-CN', data: location.pathname };
  const registration = await ready();
  try {
    if (registration) return await registration.showNotification(title, options);
    const notice = new Notification(title, options);
    shown.add(notice);
    notice.addEventListener('click', () => {
      window.focus();
      notice.close();
    });
    notice.addEventListener('close', () => shown.delete(notice));
  } catch {
    // The page itself still tells it.
  }
}

/** What is no longer so does not stay on the device's screen; what is tagged so does. */
export async function takeBack(except: string): Promise<void> {
  for (const notice of shown) if (notice.tag !== except) notice.close();
  if (consent() !== 'granted' || !('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration('/meeting/');
  for (const notice of (await registration?.getNotifications()) ?? []) if (notice.tag !== except) notice.close();
}
