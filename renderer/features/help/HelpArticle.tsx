import './help.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { HelpBlock, HelpMark, HelpWords } from '../../../electron/contract/help.ts';
import { api } from '../../app/data.ts';
import { Icon } from '../../components/icons.tsx';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { useHourMarks } from './use-hour-marks.ts';

/** One page of the help, drawn from its blocks; `onDoor`: what else happens when one leaves by a door of it. */
export function HelpArticle({ id, onDoor }: { id: string; onDoor?: (path: string) => void }) {
  const page = useQuery(api.help.page.queryOptions({ input: { id } }));
  if (page.isError) return <ErrorState error={page.error} />;
  if (!page.data) return <Waiting />;
  return (
    <article className="help-article" aria-label={page.data.title}>
      <h2>{page.data.title}</h2>
      {page.data.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page never changes while it is shown
        <Block key={index} block={block} onDoor={onDoor} />
      ))}
    </article>
  );
}

type OnDoor = ((path: string) => void) | undefined;

function Block({ block, onDoor }: { block: HelpBlock; onDoor: OnDoor }) {
  if (block.kind === 'picture') return <img src={block.image} alt={block.words} />;
  if ('lines' in block) {
    const List = block.kind === 'list' ? 'ul' : 'ol';
    return (
      <List>
        {block.lines.map(({ words, mark }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page never changes while it is shown
          <li key={index}>
            {mark !== null && <HourMark mark={mark} />}
            <Words words={words} onDoor={onDoor} />
          </li>
        ))}
      </List>
    );
  }
  const words = <Words words={block.words} onDoor={onDoor} />;
  if (block.kind === 'heading') return <h3>{words}</h3>;
  return <p className={block.kind === 'note' ? 'help-note' : undefined}>{words}</p>;
}

function Words({ words, onDoor }: { words: readonly HelpWords[]; onDoor: OnDoor }) {
  return words.map((word, index) => {
    const key = `${index} ${word.text}`;
    if (word.kind === 'door') {
      const { path, text } = word;
      return (
        <Link key={key} href={path} onClick={() => onDoor?.(path)}>
          {text}
        </Link>
      );
    }
    if (word.kind === 'strong') return <strong key={key}>{word.text}</strong>;
    if (word.kind === 'key') return <kbd key={key}>{word.text}</kbd>;
    if (word.kind === 'name') return <b key={key} className="help-name">{`«${word.text}»`}</b>;
    return <span key={key}>{word.text}</span>;
  });
}

/** A step of the first hour ticks itself off by what the office holds. */
function HourMark({ mark }: { mark: HelpMark }) {
  const done = useHourMarks()[mark];
  return (
    <span className={done ? 'help-mark fine' : 'help-mark quiet'}>
      {done ? <Icon name="tick" /> : null}
      {done ? 'Đã xong: ' : 'Chưa làm: '}
    </span>
  );
}
