import { stderr } from 'node:process';
import type { Command, CommanderError } from 'commander';

/** What commander says in English, by its code; the name it speaks of stands in quotes in its message. */
const messages: Readonly<Record<string, (name: string) => string>> = {
  'commander.missingArgument': (name) => `Thiếu tham số <${name}>.`,
  'commander.optionMissingArgument': (name) => `Tùy chọn ${name} cần một giá trị.`,
  'commander.missingMandatoryOptionValue': (name) => `Thiếu tùy chọn ${name}.`,
  'commander.unknownOption': (name) => `Không có tùy chọn ${name}.`,
  'commander.unknownCommand': (name) => `Không có lệnh "${name}".`,
  'commander.excessArguments': () => 'Thừa tham số.',
};

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tùy chọn:',
  'Commands:': 'Lệnh:',
};

/** Wrong arguments end with 2 and a Vietnamese message; the help has Vietnamese headings. Before any command is added. */
export function speakVietnamese(program: Command): void {
  program
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .configureOutput({ outputError: () => undefined })
    .exitOverride((error) => {
      if (error.exitCode === 0) process.exit(0);
      // Without a command the whole help has been printed.
      if (error.code !== 'commander.help') stderr.write(`${inVietnamese(error)}\n(thêm --help để xem cách dùng)\n`);
      process.exit(2);
    });
}

/** What was wrong with the arguments; what a command of ours says of them is Vietnamese already. */
export function inVietnamese({ code, message }: Pick<CommanderError, 'code' | 'message'>): string {
  const name = /'([^']+)'/u.exec(message)?.[1] ?? '';
  return messages[code]?.(name) ?? message;
}
