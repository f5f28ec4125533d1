/* The judge, compressed (zlib), as pack.cpp made it. */
    .section .rodata
    .globl algo_packed
    .globl algo_packed_end
    .balign 8
algo_packed:
    .incbin ALGO_PACKED
algo_packed_end:
    .section .note.GNU-stack,"",%progbits
