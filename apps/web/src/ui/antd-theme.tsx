// Knows how antd is made to look like the rest; only office screens load it, member and hall pages never.
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useLargeText } from './large-text.ts';

/** The tokens of ui/tokens.css in antd's words. antd counts in px, so large text has its own sizes. */
const theme = (large: boolean) => ({
  token: {
    colorPrimary: '#a6231c',
    colorError: '#b3261e',
    colorSuccess: '#1f6b4f',
    colorWarning: '#8a5a00',
    colorInfo: '#1f4e79',
    colorLink: '#1f4e79',
    colorText: '#1d2126',
    colorTextSecondary: '#545b64',
    colorTextTertiary: '#656c76',
    colorTextPlaceholder: '#6b727c',
    colorTextDescription: '#545b64',
    colorBorder: '#8b8376',
    colorBorderSecondary: '#e6dfd4',
    colorBgLayout: '#faf7f2',
    colorFillAlter: '#faf7f2',
    fontFamily: 'var(--sans)',
    fontSize: large ? 23 : 16,
    controlHeight: large ? 60 : 42,
    borderRadius: 10,
    wireframe: false,
  },
  components: { Table: { headerBg: '#faf7f2', headerColor: '#545b64', rowHoverBg: '#fdfbf7', cellPaddingBlock: 10 } },
});

export function OfficeTheme({ children }: { readonly children: ReactNode }) {
  const large = useLargeText();
  return (
    <ConfigProvider locale={zhCN} theme={theme(large)} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  );
}
