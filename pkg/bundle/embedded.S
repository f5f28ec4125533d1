/* The files as bytes of the program. ALGO_JUDGE and ALGO_RUNNER_YAML are their paths. */
	.section .rodata

	.global algo_embedded_judge
	.global algo_embedded_judge_end
	.balign 16
algo_embedded_judge:
	.incbin ALGO_JUDGE
algo_embedded_judge_end:

	.global algo_embedded_runner_yaml
	.global algo_embedded_runner_yaml_end
algo_embedded_runner_yaml:
	.incbin ALGO_RUNNER_YAML
algo_embedded_runner_yaml_end:

	.section .note.GNU-stack, "", %progbits
