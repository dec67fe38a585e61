# Completion of madrigal for bash: eval "$(madrigal completion bash)"
_madrigal() {
  local word before='' prefix='' words=()
  # Bash takes fact=value apart, and replaces only what comes after the sign.
  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
    if [[ ${#words[@]} -gt 0 && ( $word == = || $before == = ) ]]; then
      words[${#words[@]}-1]+=$word
    else
      words+=("$word")
    fi
    before=$word
  done
  word=${words[${#words[@]}-1]}
  if [[ $COMP_WORDBREAKS == *=* && $word == *=* ]]; then prefix=${word%=*}=; fi
  COMPREPLY=()
  while IFS= read -r word; do
    COMPREPLY+=("${word#"$prefix"}")
  done < <(madrigal completion bash -- "${words[@]}" 2>/dev/null)
  if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
}
complete -o default -F _madrigal madrigal
