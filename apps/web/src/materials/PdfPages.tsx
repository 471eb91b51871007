// Knows how the pages of a PDF are drawn inside a page of ours, on phones too; not what covers them.
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { EmptyState, Loading } from '../ui/states.tsx';
import { secrecyWords as words } from '../words/zh/secrecy.ts';
import look from './materials.module.css';

/** Where the build has put what the reader asks for beside its code. */
declare const __PDF_FILES__: string;

GlobalWorkerOptions.workerSrc = workerAddress;

/** Dots in a CSS pixel, at least: print is finer than a screen. */
const sharpness = 2;
/** Wide enough for a sheet on an office's screen, CSS pixels. */
const pageWidth = 900;

interface PdfPagesProps {
  readonly bytes: ArrayBuffer;
  /** Laid over every page. */
  readonly cover: ReactNode;
}

export default function PdfPages({ bytes, cover }: PdfPagesProps) {
  const [document, setDocument] = useState<PDFDocumentProxy | 'broken' | null>(null);
  useEffect(() => {
    // The reader takes the bytes away from whoever gives them.
    const task = getDocument({ data: bytes.slice(0), cMapUrl: `${__PDF_FILES__}cmaps/`, wasmUrl: `${__PDF_FILES__}wasm/`, useWasm: false });
    let left = false;
    task.promise.then(
      (opened) => left || setDocument(opened),
      () => left || setDocument('broken'),
    );
    return () => {
      left = true;
      void task.destroy();
    };
  }, [bytes]);
  if (document === 'broken') return <EmptyState title={words.brokenPdf} />;
  if (document === null) return <Loading text={words.loading} />;
  return Array.from({ length: document.numPages }, (_, place) => (
    <Page key={place} document={document} number={place + 1}>
      {cover}
    </Page>
  ));
}

function Page({
  document,
  number,
  children,
}: {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly children: ReactNode;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let left = false;
    let stop = (): void => undefined;
    void document.getPage(number).then((page) => {
      const place = canvas.current;
      if (left || !place) return;
      const natural = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: (pageWidth / natural.width) * sharpness });
      place.width = Math.floor(viewport.width);
      place.height = Math.floor(viewport.height);
      const drawing = page.render({ canvas: place, viewport });
      stop = () => drawing.cancel();
      drawing.promise.catch(() => undefined);
    });
    return () => {
      left = true;
      stop();
    };
  }, [document, number]);
  return (
    <div className={look['sheet']}>
      <canvas ref={canvas} role="img" aria-label={words.page(number, document.numPages)} />
      {children}
    </div>
  );
}
