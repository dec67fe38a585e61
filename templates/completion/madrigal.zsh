#compdef madrigal
# Completion of madrigal for zsh: eval "$(madrigal completion zsh)", after compinit
_madrigal() {
  local -a found open
  found=("${(@f)$(madrigal completion zsh -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
  found=("${(@)found:#}")
  if (( ! $#found )); then _files; return; fi
  open=("${(@M)found:#*=:*}")
  if (( $#open )); then _describe madrigal found -S ''; else _describe madrigal found; fi
}
if [[ $funcstack[1] == _madrigal ]]; then _madrigal "$@"; else compdef _madrigal madrigal; fi
