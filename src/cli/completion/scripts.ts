/** Shells that can complete a command line. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/**
 * What a shell sources to complete `seedgraph`. Each asks `seedgraph __complete -- WORDS...`, where the last word is the one at the
 * cursor, and gets lines of a value, a tab and a description; or `:files`. Words are passed as they are: none is evaluated.
 */
export const completionScripts: Readonly<Record<Shell, string>> = {
  bash: `# bash completion for seedgraph; in ~/.bashrc: source <(seedgraph completion bash)
_seedgraph() {
  local line current="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == ':files' ]]; then
      [[ $current == '=' ]] && current=''
      compopt -o filenames 2>/dev/null
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$current")
    else
      COMPREPLY+=("\${line%%$'\\t'*}")
    fi
  done < <(seedgraph __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _seedgraph seedgraph`,
  zsh: `#compdef seedgraph
# zsh completion for seedgraph; in ~/.zshrc, after compinit: source <(seedgraph completion zsh)
_seedgraph() {
  local line value
  local -a described
  for line in "\${(@f)$(seedgraph __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -z $line ]] && continue
    if [[ $line == ':files' ]]; then
      _files
      return
    fi
    value=\${line%%$'\\t'*}
    described+=("\${value//:/\\\\:}:\${line#*$'\\t'}")
  done
  (( \${#described} )) && _describe seedgraph described
}
if [[ \${funcstack[1]} == _seedgraph ]]; then
  _seedgraph "$@"
else
  compdef _seedgraph seedgraph
fi`,
  fish: `# fish completion for seedgraph: seedgraph completion fish > ~/.config/fish/completions/seedgraph.fish
function __seedgraph_complete
  set -l words (commandline -opc)
  set -e words[1]
  set -l current (commandline -ct)
  set -l lines (seedgraph __complete -- $words "$current" 2>/dev/null)
  if test "$lines" = ':files'
    __fish_complete_path "$current"
  else
    printf '%s\\n' $lines
  end
end
complete -c seedgraph -f -a '(__seedgraph_complete)'`,
};
