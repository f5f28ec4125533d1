class Echo {
  constructor(private base: number, name: string) {}

  nothing(): void {}

  sum(a: number, b: bigint, c: number): number {
    return this.base + a + Number(b) + c;
  }

  integer(v: number): number {
    return v;
  }

  wide(v: bigint): bigint {
    return v;
  }

  real(v: number): number {
    return v;
  }

  text(v: string): string {
    return v;
  }

  flag(v: boolean): boolean {
    return v;
  }

  letter(v: string): string {
    return v;
  }

  integers(v: number[]): number[] {
    return v;
  }

  grid(v: number[][]): number[][] {
    return v;
  }

  cube(v: number[][][]): number[][][] {
    return v;
  }

  longs(v: bigint[]): bigint[] {
    return v;
  }

  doubles(v: number[]): number[] {
    return v;
  }

  texts(v: string[]): string[] {
    return v;
  }

  textGrid(v: string[][]): string[][] {
    return v;
  }

  flags(v: boolean[]): boolean[] {
    return v;
  }

  letters(v: string[]): string[] {
    return v;
  }

  board(v: string[][]): string[][] {
    return v;
  }

  chain(v: ListNode | null): ListNode | null {
    return v;
  }

  chains(v: (ListNode | null)[]): (ListNode | null)[] {
    return v;
  }

  tree(v: TreeNode | null): TreeNode | null {
    return v;
  }

  trees(v: (TreeNode | null)[]): (TreeNode | null)[] {
    return v;
  }
}
