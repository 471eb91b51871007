import { expect, test } from 'vitest';
import { roomAt, ways } from './room-at.ts';

test('a room and its screen are known by their address; what lies beside them is not theirs', () => {
  expect(roomAt('/meeting/demo')).toEqual({ id: 'demo', screen: false });
  expect(roomAt('/meeting/demo/')).toEqual({ id: 'demo', screen: false });
  expect(roomAt('/meeting/demo/screen')).toEqual({ id: 'demo', screen: true });
  for (const other of ['/', '/meeting', '/meeting/', '/meeting/demo/minutes', '/meeting/demo/prepare', '/meeting/%E0%A4%A', '/sign-in']) {
    expect(roomAt(other)).toBeNull();
  }
});

test('a room is found at the address that leads to it', () => {
  expect(roomAt(ways.room('议事 厅'))).toEqual({ id: '议事 厅', screen: false });
  expect(roomAt(ways.screen('demo'))).toEqual({ id: 'demo', screen: true });
  expect(ways.screen('demo', '侧屏')).toBe('/meeting/demo/screen?name=%E4%BE%A7%E5%B1%8F');
  expect(ways.signIn('/meeting/demo?x=1')).toBe('/sign-in?return=%2Fmeeting%2Fdemo%3Fx%3D1');
});
