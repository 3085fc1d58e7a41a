import { Argument, Command } from 'commander';
import { candidatesFor } from '../completion/candidates.ts';
import { completionScripts, SHELLS, type Shell } from '../completion/scripts.ts';

const examples = `
For all later shells:
  bash  echo 'source <(seedgraph completion bash)' >> ~/.bashrc
  zsh   echo 'source <(seedgraph completion zsh)' >> ~/.zshrc
  fish  seedgraph completion fish > ~/.config/fish/completions/seedgraph.fish`;

/** `seedgraph completion bash`: what a shell sources, so that the tabulator completes. */
export function completionCommand(): Command {
  return new Command('completion')
    .description('Prints a script with which a shell completes commands, options, types, presets and names of datasets.')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText('after', examples)
    .action((shell: Shell) => console.log(completionScripts[shell]));
}

/** `seedgraph __complete -- list --type st`: what those scripts ask. Whatever goes wrong, nothing is completed, and nothing is said. */
export function completeCommand(): Command {
  return new Command('__complete').argument('[words...]').action(async (words: string[], _options: unknown, command: Command) => {
    const found = await candidatesFor(command.parent ?? command, words).catch(() => []);
    if (found === 'files') return console.log(':files');
    for (const { value, description } of found) console.log(`${value}\t${description}`);
  });
}
