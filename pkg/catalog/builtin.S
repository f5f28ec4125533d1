// The archive of problems, as bytes of the program's read-only data. ALGO_ARCHIVE: its path.
    .section .rodata
    .balign 16
    .global algo_builtin_problems
    .type algo_builtin_problems, %object
algo_builtin_problems:
    .incbin ALGO_ARCHIVE
algo_builtin_problems_last:
    .size algo_builtin_problems, algo_builtin_problems_last - algo_builtin_problems
    .global algo_builtin_problems_end
algo_builtin_problems_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
