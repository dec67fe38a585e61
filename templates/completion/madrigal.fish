# Completion of madrigal for fish: madrigal completion fish | source
function __madrigal_words
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l found (madrigal completion fish -- $words[2..-1] "$current" 2>/dev/null)
    if set -q found[1]
        printf '%s\n' $found
    else
        __fish_complete_path "$current"
    end
end
complete -c madrigal -f -a '(__madrigal_words)'
