// Draws an image of the text from our own server, with its caption below. Nobody can type into it.
import type { Node, NodeViewRenderer } from '@tiptap/core';
import type { Node as TextNode } from '@tiptap/pm/model';
import { editorWords as words } from '../../words/zh/minutes-editor.ts';

/** Where an image of this meeting is read. */
export type AddressOf = (image: string) => string;

const renderer =
  (addressOf: AddressOf): NodeViewRenderer =>
  ({ node }) => {
    const image = String(node.attrs['image']);
    const dom = document.createElement('figure');
    dom.className = 'image';
    dom.contentEditable = 'false';
    dom.dataset['image'] = image;
    const picture = document.createElement('img');
    const caption = document.createElement('figcaption');
    const missing = document.createElement('p');
    missing.className = 'image-missing';
    missing.textContent = words.imageMissing;
    picture.draggable = false;
    picture.addEventListener('error', () => picture.replaceWith(missing));
    const show = ({ attrs }: TextNode): void => {
      const said = String(attrs['alt']);
      picture.alt = said === '' ? words.image : said;
      caption.textContent = said;
      caption.hidden = said === '';
    };
    show(node);
    picture.src = addressOf(image);
    dom.append(picture, caption);
    return {
      dom,
      update: (next) => {
        if (next.type !== node.type || next.attrs['image'] !== image) return false;
        show(next);
        return true;
      },
      // The editor's own marking would also make it something to drag.
      selectNode: () => dom.classList.add('chosen'),
      deselectNode: () => dom.classList.remove('chosen'),
      ignoreMutation: () => true,
    };
  };

/** The image of the schema, with a face. */
export const withPicture = (image: Node, addressOf: AddressOf): Node => image.extend({ addNodeView: () => renderer(addressOf) });
